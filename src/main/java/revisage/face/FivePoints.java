package revisage.face;

import java.util.List;

/// The five points a face is aligned by. Left and right as seen in the picture.
///
/// @param leftEye centre
/// @param rightEye centre
/// @param nose tip
/// @param mouthLeft corner
/// @param mouthRight corner
public record FivePoints(
        Point leftEye, Point rightEye, Point nose, Point mouthLeft, Point mouthRight) {

    /// In the order of the components.
    public List<Point> toList() {
        return List.of(leftEye, rightEye, nose, mouthLeft, mouthRight);
    }
}
