package revisage.window.reconstruct;

import revisage.project.ProjectFile.NetworkEntry;

import java.util.List;
import java.util.Optional;

/// What a run is asked to do.
///
/// @param search as the project file names it
/// @param network for `network` alone
/// @param queries a target; empty for the search's own
/// @param rows targets; empty for all
public record Wish(
        String search, Optional<NetworkEntry> network, Optional<Long> queries, List<Integer> rows) {

    public Wish {
        rows = List.copyOf(rows);
    }

    /// A search.
    public Wish(String search, Optional<Long> queries, List<Integer> rows) {
        this(search, Optional.empty(), queries, rows);
    }
}
