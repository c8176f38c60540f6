package revisage.match;

/// What a recogniser's scores mean. Higher is more alike, on every scale.
///
/// @param name for example `cosine`
/// @param lowest smallest score there is
/// @param highest largest score there is
public record Scale(String name, double lowest, double highest) {

    /// -1..1: what a local extractor gives.
    public static final Scale COSINE = new Scale("cosine", -1, 1);

    /// 0..100: what Amazon Rekognition gives.
    public static final Scale PERCENT = new Scale("percent", 0, 100);

    /// 0..1: what Azure Face gives.
    public static final Scale CONFIDENCE = new Scale("confidence", 0, 1);

    public Scale {
        if (!(lowest < highest)) {
            throw new IllegalArgumentException(
                    "%s: %s is not below %s".formatted(name, lowest, highest));
        }
    }
}
