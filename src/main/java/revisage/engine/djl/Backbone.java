package revisage.engine.djl;

import java.util.List;

/// A network from an aligned face to its vector.
///
/// @param name as a plan names it
/// @param layers `(b, 3, 112, 112)`, red-green-blue, `(v - 127.5) / 127.5`, to `(b, dimension)`
/// @param dimension d
/// @param start how its kernels and matrices begin
/// @param paper where it is described
record Backbone(String name, Layer layers, int dimension, Start start, String paper) {

    /// First values of kernels and matrices.
    enum Start {
        /// Normal, standard deviation 0.1.
        NORMAL_TENTH,
        /// Normal, standard deviation 0.02.
        NORMAL_FIFTIETH,
        /// Uniform, bound `sqrt(6 / fan-in)` (He et al. 2015).
        HE_UNIFORM,
        /// Normal, standard deviation 1: for layers that scale their weights when they use them.
        NORMAL
    }

    List<Weight> weights() {
        return layers.weights().toList();
    }

    /// What papers call the count of parameters.
    long parameters() {
        return layers.weights().filter(w -> w.role().counted()).mapToLong(Weight::size).sum();
    }
}
