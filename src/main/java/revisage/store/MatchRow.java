package revisage.store;

/// A row of `matches.csv`: one candidate for one probe.
///
/// @param rank 1 is the most alike
/// @param score higher is more alike
public record MatchRow(
        String probeId,
        String probePerson,
        int rank,
        String galleryId,
        String galleryPerson,
        double score) {}
