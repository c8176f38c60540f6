package revisage.cloud.simulate;

import revisage.vector.VectorSet;

/// What an [Eye] makes of a picture file.
public sealed interface Sight {

    /// A face.
    ///
    /// @param vector `(1, d)`
    /// @param width of the picture, pixels
    /// @param height of the picture, pixels
    record Face(VectorSet vector, int width, int height) implements Sight {}

    /// A picture without a face.
    ///
    /// @param width of the picture, pixels
    /// @param height of the picture, pixels
    record NoFace(int width, int height) implements Sight {}

    /// No JPEG or PNG, or a damaged one.
    record NoPicture() implements Sight {}
}
