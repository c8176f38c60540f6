package revisage.window.reconstruct;

import revisage.project.ProjectFile.RunEntry;
import revisage.study.LiveRun;
import revisage.work.Gate;

import java.nio.file.Path;
import java.util.List;

/// A reconstruction that is looked at, running or not.
///
/// @param folder where it writes
/// @param rows its targets, rows of the leaked file
/// @param live what it has shown so far
/// @param gate where it waits while it is paused
public record Run(RunEntry entry, Path folder, List<Integer> rows, LiveRun live, Gate gate) {

    public Run {
        rows = List.copyOf(rows);
    }

    /// The same at another point of its way.
    Run with(RunEntry other) {
        return new Run(other, folder, rows, live, gate);
    }
}
