package revisage.people.synthetic;

import java.util.List;
import java.util.ArrayList;

/// The morphable head: mean shape and, for each [HeadTrait], the points it moves and whereto.
/// Immutable once built (0.1 s), so all threads share one.
final class HeadModel {

    private final HeadGrid grid = new HeadGrid();
    private final float[] mean = new float[grid.size() * 3];
    private final List<Part> parts = new ArrayList<>();

    private record Part(Numbers points, Shifts shifts) {}

    private static final class Numbers {
        private final int[] at;

        Numbers(int[] at) {
            this.at = at;
        }
    }

    private static final class Shifts {
        private final float[] by;

        Shifts(float[] by) {
            this.by = by;
        }
    }

    HeadModel() {
        int n = grid.size();
        for (int i = 0; i < n; i++) {
            float x = grid.x(i);
            float y = grid.y(i);
            float z = grid.z(i);
            mean[3 * i] = x;
            mean[3 * i + 1] = y < -20 ? y + (y + 20) * 0.045f : y;
            mean[3 * i + 2] = z + MeanHead.depth(x, y, z);
        }
        for (HeadTrait trait : HeadTrait.values()) {
            parts.add(part(trait));
        }
    }

    private Part part(HeadTrait trait) {
        int n = grid.size();
        int[] at = new int[n];
        float[] by = new float[3 * n];
        int k = 0;
        var move = new Move();
        for (int i = 0; i < n; i++) {
            trait.at(grid.x(i), grid.y(i), grid.z(i), move);
            if (!move.none()) {
                at[k] = i;
                by[3 * k] = move.x;
                by[3 * k + 1] = move.y;
                by[3 * k + 2] = move.z;
                k++;
            }
        }
        return new Part(
                new Numbers(java.util.Arrays.copyOf(at, k)),
                new Shifts(java.util.Arrays.copyOf(by, 3 * k)));
    }

    HeadGrid grid() {
        return grid;
    }

    /// The head with these values of all traits, as a fresh mesh of [HeadGrid#size()] points.
    ///
    /// @param values one for each [HeadTrait], in their order
    float[] shaped(float[] values) {
        float[] p = mean.clone();
        for (int t = 0; t < values.length; t++) {
            float v = values[t];
            if (v == 0) {
                continue;
            }
            int[] at = parts.get(t).points().at;
            float[] by = parts.get(t).shifts().by;
            for (int k = 0; k < at.length; k++) {
                int i = 3 * at[k];
                p[i] += v * by[3 * k];
                p[i + 1] += v * by[3 * k + 1];
                p[i + 2] += v * by[3 * k + 2];
            }
        }
        return p;
    }
}
