package revisage.engine.djl;

import java.util.List;

/// A network from a vector to its face.
///
/// @param name as a plan names it
/// @param layers `(b, dimension)`, length 1, to `(b, 3, side, side)`, red-green-blue, about -1..1
/// @param dimension d
/// @param side of the face, pixels
/// @param start how its kernels and matrices begin
record Painter(String name, Layer layers, int dimension, int side, Backbone.Start start) {

    List<Weight> weights() {
        return layers.weights().toList();
    }

    /// What papers call the count of parameters.
    long parameters() {
        return layers.weights().filter(w -> w.role().counted()).mapToLong(Weight::size).sum();
    }
}
