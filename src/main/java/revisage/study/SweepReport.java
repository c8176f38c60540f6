package revisage.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a sweep found: `rates.json`.
///
/// @param schema version of this layout
/// @param version of the program
/// @param plan what was counted
/// @param galleries in the order given
/// @param lines one for each gallery and method
/// @param matrix rates of the whole gallery for one K, attacked extractors F against matchers F'
/// @param seconds what took how long: `scoring` and `rates`
/// @param notes what a person should know
public record SweepReport(
        int schema,
        String version,
        SweepPlan plan,
        List<GalleryNote> galleries,
        List<SweepLine> lines,
        List<MatrixCell> matrix,
        Map<String, Double> seconds,
        List<String> notes) {

    public SweepReport {
        galleries = List.copyOf(galleries);
        lines = List.copyOf(lines);
        matrix = List.copyOf(matrix);
        seconds = Map.copyOf(seconds);
        notes = List.copyOf(notes);
    }

    /// What an extractor is called: as the reader knows it, else as its gallery says, else by its
    /// hash.
    ///
    /// @param known names by SHA-256
    public String nameOf(String sha256, Map<String, String> known) {
        return Optional.ofNullable(known.get(sha256))
                .or(
                        () ->
                                galleries.stream()
                                        .filter(g -> g.sha256().equals(sha256))
                                        .map(GalleryNote::extractor)
                                        .findFirst())
                .orElse(sha256.substring(0, Math.min(8, sha256.length())));
    }

    /// @param extractor name of the matcher; a cloud, and a simulator is called one
    /// @param sha256 of its file; of a cloud, of its answers
    /// @param device where probes were embedded; of a cloud, the host that answered
    /// @param excluded pictures that could not be enrolled
    public record GalleryNote(
            String extractor,
            String sha256,
            String device,
            String alignment,
            int people,
            int faces,
            int excluded) {}

    /// @param attackedSha256 F, or `none` for photos
    /// @param matcher F'
    /// @param sameModel F = F': the attacked model itself, no measure of what another system sees
    /// @param k of the rate
    /// @param lift how much of the way from chance to certainty is reached
    public record MatrixCell(
            String attackedSha256,
            String method,
            String matcher,
            boolean sameModel,
            int k,
            int n,
            double tpr,
            double lift) {}
}
