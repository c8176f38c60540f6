package revisage.train;

import revisage.face.FaceImage;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.Arrays;
import java.util.Optional;

/// Faces of the people whom the network never learned.
final class HeldOutPeople {

    private static final int BLOCK = 32;

    private final LabelledFaces faces;
    private final int[] chosen;

    HeldOutPeople(LabelledFaces faces, Split split) {
        this.faces = faces;
        this.chosen = split.heldOut();
    }

    /// @param most people who are compared: the first
    /// @return nothing if fewer than 20 people are held out: too few to be told apart
    Optional<Figures> figures(Trainee trainee, int most)
            throws WorkException, InterruptedException {
        int[] people = Arrays.stream(chosen).map(faces::person).toArray();
        int[] distinct = Arrays.stream(people).distinct().toArray();
        if (distinct.length < Yardstick.FEWEST) {
            return Optional.empty();
        }
        int count = chosen.length;
        if (distinct.length > most) {
            int first = distinct[most];
            count = 0;
            while (people[count] != first) {
                count++;
            }
        }
        float[] vectors = vectors(trainee, Arrays.copyOf(chosen, count));
        return Optional.of(new Yardstick(vectors, folds(Arrays.copyOf(people, count))).figures());
    }

    /// Numbers people from 0 on, in the order they stand: ten even folds.
    private static int[] folds(int[] people) {
        int[] numbers = new int[people.length];
        for (int i = 1; i < people.length; i++) {
            numbers[i] = numbers[i - 1] + (people[i] == people[i - 1] ? 0 : 1);
        }
        return numbers;
    }

    private float[] vectors(Trainee trainee, int[] wanted)
            throws WorkException, InterruptedException {
        float[] all = new float[wanted.length * trainee.dimension()];
        byte[] rgb = new byte[FaceImage.VALUES];
        for (int from = 0; from < wanted.length; from += BLOCK) {
            Work.pausePoint();
            int n = Math.min(BLOCK, wanted.length - from);
            float[] pixels = new float[n * Batch.FACE];
            for (int i = 0; i < n; i++) {
                faces.copy(wanted[from + i], rgb);
                Augmenter.plain(rgb, pixels, i * Batch.FACE);
            }
            float[] some = trainee.vectors(pixels, n);
            System.arraycopy(some, 0, all, from * trainee.dimension(), some.length);
        }
        return all;
    }
}
