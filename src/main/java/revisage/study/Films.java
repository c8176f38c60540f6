package revisage.study;

import revisage.store.Estimate;
import revisage.store.EstimatePng;
import revisage.store.FilmFile;
import revisage.store.FilmLog;
import revisage.store.Reconstruction;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The stages of a run's faces, kept for those who open it later.
public final class Films implements AutoCloseable {

    private static final int MOST = 500; // targets; more is not looked at one by one
    private static final long FLUSH_NANOS = 2_000_000_000L; // what a kill may cost

    private final Path run;
    private final LiveRun live;
    private final List<Integer> rowOf;
    private final FilmLog log;
    private final List<FilmLog.Frame> pending = new ArrayList<>();
    private final Set<Integer> forming = new HashSet<>();
    private long flushed = System.nanoTime();
    private Optional<WorkException> failure = Optional.empty();

    /// @param run its folder
    /// @param live what it has shown
    /// @param rowOf the leaked file's row of each target of the run
    Films(Path run, LiveRun live, List<Integer> rowOf) {
        this.run = run;
        this.live = live;
        this.rowOf = List.copyOf(rowOf);
        this.log = new FilmLog(run);
    }

    /// Goes on with what a stopped attempt had shown.
    void resume() throws WorkException {
        forming.addAll(unfinished(run, live, rowOf));
    }

    /// Shows what a stopped run had reached of the faces it did not finish.
    ///
    /// @param run folder
    /// @return those targets, 0.. in the run
    public static Set<Integer> unfinished(Path run, LiveRun live, List<Integer> rowOf)
            throws WorkException {
        Map<Integer, List<LiveRun.Stage>> stages = new TreeMap<>();
        for (FilmLog.Frame f : new FilmLog(run).read()) {
            if (f.target() < rowOf.size()) {
                stages.computeIfAbsent(f.target(), _ -> new ArrayList<>())
                        .add(new LiveRun.Stage(f.queries(), f.cosine(), f.face()));
            }
        }
        stages.forEach((at, reached) -> live.begun(rowOf.get(at), reached));
        return stages.keySet();
    }

    /// Shows an event and keeps the stages that come with it. Where that fails the run goes on to
    /// its end.
    void note(ReconstructionEvent event) {
        Optional<LiveRun.Stage> stage = live.note(event, rowOf);
        if (failure.isPresent()) {
            return;
        }
        try {
            switch (event) {
                case ReconstructionEvent.Standing _ -> {}
                case ReconstructionEvent.Searching(int at, _) -> {
                    if (stage.isPresent() && at < MOST) {
                        LiveRun.Stage s = stage.get();
                        forming.add(at);
                        pending.add(new FilmLog.Frame(at, s.queries(), s.cosine(), s.face()));
                    }
                    if (System.nanoTime() - flushed > FLUSH_NANOS) {
                        flush();
                    }
                }
                case ReconstructionEvent.Rebuilt(int at, Reconstruction row, _) -> {
                    if (at < MOST) {
                        write(at, row);
                    }
                }
            }
        } catch (WorkException e) {
            failure = Optional.of(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(int at, Reconstruction row) throws WorkException, InterruptedException {
        Optional<LiveRun.Seen> seen = live.of(rowOf.get(at));
        List<LiveRun.Stage> stages = seen.map(LiveRun.Seen::stages).orElse(List.of());
        if (stages.size() >= 2) {
            new FilmFile(stages.stream().map(s -> picture(s, row)).toList())
                    .write(FilmFile.of(run, row));
        }
        if (forming.remove(at) && forming.isEmpty()) {
            pending.clear();
            log.delete();
        }
    }

    private void flush() throws WorkException {
        flushed = System.nanoTime();
        if (!pending.isEmpty()) {
            log.append(pending);
            pending.clear();
        }
    }

    /// Keeps what a stop would lose.
    @Override
    public void close() {
        try {
            flush();
        } catch (WorkException e) {
            failure = failure.or(() -> Optional.of(e));
        }
    }

    /// @throws WorkException if some could not be kept
    void finish() throws WorkException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static EstimatePng picture(LiveRun.Stage stage, Reconstruction row) {
        var estimate =
                new Estimate(
                        row.method(),
                        row.search(),
                        stage.queries(),
                        stage.cosine(),
                        row.seed(),
                        row.extractor());
        return new EstimatePng(stage.face(), estimate);
    }

    /// The stages of one target as they were kept; empty if none were.
    ///
    /// @param run folder
    /// @throws revisage.store.StoreException if the file is damaged
    public static List<LiveRun.Stage> read(Path run, Reconstruction row) throws WorkException {
        Path file = FilmFile.of(run, row);
        if (!Files.exists(file)) {
            return List.of();
        }
        return FilmFile.read(file).stages().stream()
                .map(
                        s ->
                                new LiveRun.Stage(
                                        s.estimate().queries(), s.estimate().cosine(), s.face()))
                .toList();
    }
}
