package revisage.face;

/// From the five points of a found face to the aligned picture.
public final class Alignment {

    /// Pixels of 112: a real face, turned to half profile, stays well below; a mirrored or
    /// scrambled one far above.
    private static final double WORST_RESIDUAL = 18;

    private Alignment() {}

    /// From the photo's coordinates to those of the aligned 112x112 picture.
    ///
    /// @throws PhotoException if the points do not lie like those of a face: mirrored, upside down
    ///   to each other, or all in one place
    public static SimilarityTransform toTemplate(FivePoints points) throws PhotoException {
        var from = points.toList();
        boolean finite =
                from.stream().allMatch(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()));
        if (finite && from.stream().distinct().count() > 1) {
            var template = ArcFaceTemplate.POINTS.toList();
            var transform = SimilarityTransform.between(from, template);
            if (transform.scale() > 0 && transform.residual(from, template) <= WORST_RESIDUAL) {
                return transform;
            }
        }
        throw new PhotoException(
                "The eyes, nose and mouth that were found do not lie like those of a face.",
                "Use a photo that shows the face from the front.");
    }
}
