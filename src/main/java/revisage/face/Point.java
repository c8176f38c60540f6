package revisage.face;

/// A place in a picture.
///
/// @param x pixels from the left edge, centre of the first pixel = 0
/// @param y pixels from the top edge
public record Point(double x, double y) {}
