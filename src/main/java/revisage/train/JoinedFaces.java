package revisage.train;

import revisage.work.WorkException;

/// Faces of two sources, one behind the other; their people are others.
record JoinedFaces(LabelledFaces first, LabelledFaces second) implements LabelledFaces {

    @Override
    public int count() {
        return first.count() + second.count();
    }

    @Override
    public int people() {
        return first.people() + second.people();
    }

    @Override
    public int person(int i) {
        return i < first.count()
                ? first.person(i)
                : first.people() + second.person(i - first.count());
    }

    @Override
    public void copy(int i, byte[] rgb) throws WorkException, InterruptedException {
        if (i < first.count()) {
            first.copy(i, rgb);
        } else {
            second.copy(i - first.count(), rgb);
        }
    }
}
