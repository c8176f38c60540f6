package revisage.match;

/// How alike two faces are, and on which scale: a cosine and a cloud's percentage cannot be mixed.
///
/// @param value within the scale
public record Score(double value, Scale scale) {

    /// @throws IllegalArgumentException if the value lies outside its scale
    public Score {
        if (!(value >= scale.lowest() && value <= scale.highest())) {
            throw new IllegalArgumentException("%s is no %s".formatted(value, scale.name()));
        }
    }

    /// @throws IllegalArgumentException if the scales differ
    public boolean reaches(Score threshold) {
        if (!scale.equals(threshold.scale)) {
            throw new IllegalArgumentException(
                    "%s and %s".formatted(scale.name(), threshold.scale.name()));
        }
        return value >= threshold.value;
    }
}
