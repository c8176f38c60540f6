package revisage.study;

import revisage.reconstruct.Findings;

import java.util.List;

/// A finished group, as the log of a run keeps it.
///
/// @param first row of its first target
/// @param seconds the search took, over all its attempts
/// @param found one a target, in the order of the rows
record GroupRecord(int first, double seconds, List<Found> found) {

    GroupRecord {
        found = List.copyOf(found);
    }

    /// @param queries spent, the hand-over's included where it counts
    /// @param cosine of the 8-bit face, measured, -1..1
    /// @param seconds its share of the group's
    record Found(
            long queries,
            double cosine,
            double seconds,
            Findings.Ending ending,
            List<Findings.Mark> trace) {

        Found {
            trace = List.copyOf(trace);
        }
    }
}
