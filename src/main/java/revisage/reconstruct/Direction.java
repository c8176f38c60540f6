package revisage.reconstruct;

import java.util.Arrays;
import java.util.List;

/// Where a candidate lies from a point.
sealed interface Direction {

    /// Along one axis.
    record Axis(int index) implements Direction {}

    /// Along any `k` numbers. Candidates that share the object share its picture.
    final class Free implements Direction {

        private final float[] coefficients;

        /// @param coefficients k numbers, not changed any more
        Free(float[] coefficients) {
            this.coefficients = coefficients;
        }

        /// One for each row.
        static List<Free> of(float[][] rows) {
            return Arrays.stream(rows).map(Free::new).toList();
        }

        /// Not copied.
        float[] coefficients() {
            return coefficients;
        }
    }
}
