package revisage.lineup;

/// A way of reconstructing that is judged, and what the machine reached with it.
///
/// @param code for rows and names of files
/// @param label for people, for example `eigenfaces full-vector`
/// @param probes reconstructions the matcher answered for
/// @param found of these, those with the right person among the first `k`
public record LineupMethod(String code, String label, int probes, int found) {

    public LineupMethod {
        if (code.isEmpty() || label.isEmpty() || found < 0 || probes < found) {
            throw new IllegalArgumentException(
                    "Method '%s' found %d of %d.".formatted(code, found, probes));
        }
    }
}
