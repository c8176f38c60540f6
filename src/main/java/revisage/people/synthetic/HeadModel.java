package revisage.people.synthetic;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// The morphable head: mean shape and, for each [HeadTrait], the points it moves and whereto.
/// Immutable once built (0.1 s), so all threads share one.
final class HeadModel {

    private final HeadGrid grid = new HeadGrid();
    private final float[] mean = new float[grid.size() * 3];
    private final Map<HeadTrait, Part> parts = new EnumMap<>(HeadTrait.class);

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
            parts.put(trait, part(trait));
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
        return new Part(new Numbers(Arrays.copyOf(at, k)), new Shifts(Arrays.copyOf(by, 3 * k)));
    }

    HeadGrid grid() {
        return grid;
    }

    /// The head with these values of all traits, as a fresh mesh of [HeadGrid#size()] points.
    ///
    /// @param values traits that are not named have the value 0
    float[] shaped(Map<HeadTrait, Float> values) {
        float[] p = mean.clone();
        for (Map.Entry<HeadTrait, Part> entry : parts.entrySet()) {
            float v = values.getOrDefault(entry.getKey(), 0f);
            if (v == 0) {
                continue;
            }
            int[] at = entry.getValue().points().at;
            float[] by = entry.getValue().shifts().by;
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
