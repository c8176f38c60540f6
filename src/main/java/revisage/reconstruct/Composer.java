package revisage.reconstruct;

import revisage.face.FaceImage;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// Makes the pictures of candidates. Each point and each direction that several share is decoded
/// once, and an axis not at all: most of what a search asks costs an addition instead of a product.
final class Composer {

    private final Decoder decoder;
    private final IdentityHashMap<Direction.Free, Integer> uses = new IdentityHashMap<>();
    private final IdentityHashMap<Direction.Free, float[]> planes = new IdentityHashMap<>();

    /// @param decoder stays the caller's
    Composer(Decoder decoder) {
        this.decoder = decoder;
    }

    /// Says what will be asked for, so that pictures are kept as long as they are needed and not
    /// longer. What was expected before is forgotten.
    void expect(List<Candidate> all) {
        uses.clear();
        planes.clear();
        for (Candidate candidate : all) {
            uses.merge(candidate.from(), 1, Integer::sum);
            if (candidate.along() instanceof Direction.Free free) {
                uses.merge(free, 1, Integer::sum);
            }
        }
    }

    /// @param candidates of those expected, each once
    /// @param pixels `(candidates, h, w, c)` from the start of the array on are written, 0..255
    void compose(List<Candidate> candidates, float[] pixels)
            throws WorkException, InterruptedException {
        decodeMissing(candidates);
        IntStream.range(0, candidates.size())
                .parallel()
                .forEach(i -> expose(candidates.get(i), pixels, i * FaceImage.VALUES));
        for (Candidate candidate : candidates) {
            used(candidate.from());
            if (candidate.along() instanceof Direction.Free free) {
                used(free);
            }
        }
    }

    private void expose(Candidate candidate, float[] pixels, int to) {
        float[] plane = plane(candidate.from());
        switch (candidate.along()) {
            case Direction.Axis(int index) ->
                    decoder.expose(
                            plane,
                            0,
                            decoder.axisPlanes(),
                            index * decoder.width(),
                            candidate.length(),
                            pixels,
                            to);
            case Direction.Free free ->
                    decoder.expose(plane, 0, plane(free), 0, candidate.length(), pixels, to);
        }
    }

    private float[] plane(Direction.Free of) {
        return Objects.requireNonNull(planes.get(of), "decoded before it is used");
    }

    private void decodeMissing(List<Candidate> candidates)
            throws WorkException, InterruptedException {
        var missing = new ArrayList<Direction.Free>();
        Set<Direction.Free> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Candidate candidate : candidates) {
            for (Direction part : List.of(candidate.from(), candidate.along())) {
                if (part instanceof Direction.Free free
                        && !planes.containsKey(free)
                        && seen.add(free)) {
                    missing.add(free);
                }
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        int k = decoder.components();
        int width = decoder.width();
        float[] coefficients = new float[missing.size() * k];
        for (int i = 0; i < missing.size(); i++) {
            System.arraycopy(missing.get(i).coefficients(), 0, coefficients, i * k, k);
        }
        float[] made = decoder.planes(coefficients, missing.size());
        for (int i = 0; i < missing.size(); i++) {
            float[] own = new float[width];
            System.arraycopy(made, i * width, own, 0, width);
            planes.put(missing.get(i), own);
        }
    }

    private void used(Direction.Free plane) {
        Integer left = uses.computeIfPresent(plane, (_, n) -> n - 1);
        if (left == null) {
            throw new IllegalArgumentException("a candidate that was not expected");
        }
        if (left <= 0) {
            planes.remove(plane);
        }
    }
}
