package revisage.face;

/// Where the five points of an aligned 112x112 face lie.
///
/// **Source** insightface, `python-package/insightface/utils/face_align.py` (Deng et al.,
/// *ArcFace*, CVPR 2019).
public final class ArcFaceTemplate {

    /// Pixels in the 112x112 image.
    public static final FivePoints POINTS =
            new FivePoints(
                    new Point(38.2946, 51.6963),
                    new Point(73.5318, 51.5014),
                    new Point(56.0252, 71.7366),
                    new Point(41.5493, 92.3655),
                    new Point(70.7299, 92.2041));

    private ArcFaceTemplate() {}
}
