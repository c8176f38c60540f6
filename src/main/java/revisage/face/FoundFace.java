package revisage.face;

/// A face that a finder saw in a photo.
///
/// @param x left edge of the box, pixels; may lie outside the photo
/// @param y top edge of the box, pixels
/// @param width of the box, pixels
/// @param height of the box, pixels
/// @param points for the alignment
/// @param score the finder's confidence, 0..1
public record FoundFace(
        double x, double y, double width, double height, FivePoints points, double score) {}
