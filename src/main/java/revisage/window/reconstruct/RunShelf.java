package revisage.window.reconstruct;

import revisage.chart.ChartSpec;
import revisage.project.ProjectFile.RunEntry;
import revisage.reconstruct.Findings;
import revisage.store.FilmLog;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.study.Films;
import revisage.study.FinishedRun;
import revisage.study.LiveRun;
import revisage.vector.VectorSet;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.Workspace;
import revisage.window.leak.LeakModel;
import revisage.work.Gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The runs whose faces are at hand. Touched by the screen's thread only.
final class RunShelf {

    private final Workspace workspace;
    private final LeakModel leak;
    private final Map<Path, Run> known = new HashMap<>();
    private final Map<Filmed, Reconstruction> rows = new HashMap<>(); // whose film was not read
    private final Map<Path, List<Consumer<Run>>> coming = new HashMap<>(); // faces being read
    private final List<Runnable> early = new ArrayList<>(); // asked before the leak was read

    /// A target of a run.
    private record Filmed(Path run, int row) {}

    RunShelf(Workspace workspace, LeakModel leak) {
        this.workspace = workspace;
        this.leak = leak;
    }

    void clear() {
        known.clear();
        rows.clear();
        coming.clear();
        early.clear();
    }

    void put(Run run) {
        known.put(run.folder(), run);
    }

    void remove(RunEntry entry) {
        known.remove(path(entry));
    }

    Optional<Run> find(Path folder) {
        return Optional.ofNullable(known.get(folder));
    }

    Path path(RunEntry entry) {
        return workspace.project().resolve(entry.folder());
    }

    /// A run to be begun or gone on with: what it has shown so far stays.
    Run again(RunEntry entry) {
        return find(path(entry))
                .map(r -> new Run(entry, r.folder(), r.rows(), r.live(), new Gate()))
                .orElseGet(() -> fresh(entry));
    }

    private Run fresh(RunEntry entry) {
        return new Run(entry, path(entry), targets(entry), new LiveRun(), new Gate());
    }

    /// Rows of the leaked file; none while that is not read and the run is for all.
    List<Integer> targets(RunEntry entry) {
        int all = leak.vectors().map(VectorSet::count).orElse(0);
        return entry.targets().isEmpty()
                ? IntStream.range(0, all).boxed().toList()
                : entry.targets();
    }

    /// Whether the project that is open names the run in this folder.
    boolean names(Path run) {
        return workspace.projectProperty().get().stream()
                .flatMap(p -> p.file().runs().stream())
                .anyMatch(e -> path(e).equals(run));
    }

    /// The leak has been read, which all wait for.
    void leakRead() {
        List<Runnable> asked = List.copyOf(early);
        early.clear();
        asked.forEach(Runnable::run);
    }

    /// @param got at once, or as soon as the leak has been read, and again when the faces have come
    void load(RunEntry entry, Consumer<Run> got, Consumer<Problem> failed) {
        Path folder = path(entry);
        Optional<Run> there = find(folder);
        if (there.isPresent()) {
            got.accept(there.get());
            Optional.ofNullable(coming.get(folder)).ifPresent(w -> w.add(got));
            return;
        }
        if (leak.vectors().isEmpty()) {
            early.add(() -> load(entry, got, failed));
            return;
        }
        Run run = fresh(entry);
        put(run);
        got.accept(run);
        boolean begun = new FilmLog(folder).exists();
        if (!begun && !Files.exists(folder.resolve(ReconstructionTable.FILE))) {
            return;
        }
        coming.put(folder, new ArrayList<>(List.of(got)));
        workspace
                .jobs()
                .light(
                        _ -> {
                            FinishedRun read = FinishedRun.read(folder);
                            var _ = Films.unfinished(folder, run.live(), run.rows());
                            return read;
                        },
                        (Outcome<FinishedRun> outcome) -> {
                            List<Consumer<Run>> told =
                                    Optional.ofNullable(coming.remove(folder)).orElse(List.of());
                            switch (outcome) {
                                case Outcome.Done<FinishedRun>(FinishedRun read) -> {
                                    fill(run, read);
                                    told.forEach(t -> t.accept(run));
                                }
                                case Outcome.Stopped<FinishedRun> _ -> {}
                                case Outcome.Failed<FinishedRun>(Problem p) -> failed.accept(p);
                            }
                        });
    }

    /// Reads the stages of a target back, once, if the run left any.
    ///
    /// @param got when they have come
    void film(Run run, int row, Runnable got) {
        Optional<Reconstruction> found =
                Optional.ofNullable(rows.get(new Filmed(run.folder(), row)));
        if (found.isEmpty()) {
            return;
        }
        rows.remove(new Filmed(run.folder(), row));
        workspace
                .jobs()
                .light(
                        _ -> Films.read(run.folder(), found.get()),
                        (Outcome<List<LiveRun.Stage>> outcome) -> {
                            switch (outcome) {
                                case Outcome.Done<List<LiveRun.Stage>>(var stages) -> {
                                    run.live().film(row, stages);
                                    got.run();
                                }
                                case Outcome.Stopped<List<LiveRun.Stage>> _ -> {}
                                case Outcome.Failed<List<LiveRun.Stage>>(Problem p) ->
                                        workspace.tell(p);
                            }
                        });
    }

    private void fill(Run run, FinishedRun read) {
        for (int i = 0; i < Math.min(read.targets().size(), run.rows().size()); i++) {
            FinishedRun.Target t = read.targets().get(i);
            run.live().put(run.rows().get(i), t.row(), t.face(), t.way());
            rows.put(new Filmed(run.folder(), run.rows().get(i)), t.row());
        }
    }

    /// Cosine over queries, the mean of each finished run that is at hand; empty if none is.
    Optional<ChartSpec> ways(List<RunEntry> runs, Function<RunEntry, String> label) {
        var ways = new ArrayList<Ways.Way>();
        for (RunEntry entry : runs) {
            Optional<Run> run = find(path(entry));
            if (entry.finished() && run.isPresent()) {
                List<Findings.Mark> mean = Ways.mean(run.get().live().all());
                String name = label.apply(entry);
                boolean taken = ways.stream().anyMatch(w -> w.name().equals(name));
                if (mean.size() > 1 && !taken) {
                    ways.add(new Ways.Way(name, mean));
                }
            }
        }
        return Ways.figure(ways);
    }
}
