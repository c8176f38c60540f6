package revisage.engine.djl;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One array of numbers a network has.
///
/// @param name unique in the network
/// @param shape all 1 or more
record Weight(String name, Role role, List<Integer> shape) {

    Weight {
        shape = List.copyOf(shape);
    }

    Weight(String name, Role role, int... shape) {
        this(name, role, Arrays.stream(shape).boxed().toList());
    }

    /// What the array is for; decides its first values and who changes it.
    enum Role {
        /// Kernels of a convolution.
        KERNEL,
        /// A matrix.
        DENSE,
        /// Learned, 1 at first.
        GAIN,
        /// Learned, 0 at first.
        SHIFT,
        /// Learned, 0.25 at first.
        SLOPE,
        /// Always 1, and yet counted as a parameter by those who published the network.
        FIXED_GAIN,
        /// Always 1.
        ONES,
        /// Always 0.
        ZEROS,
        /// Followed by batch normalisation, 0 at first.
        MEAN,
        /// Followed by batch normalisation, 1 at first.
        VARIANCE;

        /// Whether training changes it by its gradient.
        boolean learned() {
            return switch (this) {
                case KERNEL, DENSE, GAIN, SHIFT, SLOPE -> true;
                case FIXED_GAIN, ONES, ZEROS, MEAN, VARIANCE -> false;
            };
        }

        /// Whether papers count it among the parameters.
        boolean counted() {
            return learned() || this == FIXED_GAIN;
        }
    }

    /// Count of numbers.
    int size() {
        return shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    }

    /// Numbers that feed one output: the fan-in of He's initialisation.
    int fanIn() {
        return IntStream.range(1, shape.size()).map(shape::get).reduce(1, Math::multiplyExact);
    }
}
