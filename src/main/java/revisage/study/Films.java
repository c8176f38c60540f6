package revisage.study;

import revisage.store.Estimate;
import revisage.store.EstimatePng;
import revisage.store.FilmFile;
import revisage.store.Reconstruction;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The stages of a run's faces, kept for those who open it later.
public final class Films {

    private static final int MOST = 500; // targets; more is not looked at one by one

    private final Path run;
    private final LiveRun live;
    private Optional<WorkException> failure = Optional.empty();

    /// @param run its folder
    /// @param live what it has shown
    Films(Path run, LiveRun live) {
        this.run = run;
        this.live = live;
    }

    /// Keeps the stages of a target that is done. Where that fails the run goes on to its end.
    ///
    /// @param rowOf the leaked file's row of each target of the run
    void keep(ReconstructionEvent event, List<Integer> rowOf) {
        if (!(event instanceof ReconstructionEvent.Rebuilt(int at, Reconstruction row, _))
                || at >= MOST
                || failure.isPresent()) {
            return;
        }
        Optional<LiveRun.Seen> seen = live.of(rowOf.get(at));
        List<LiveRun.Stage> stages = seen.map(LiveRun.Seen::stages).orElse(List.of());
        if (stages.size() < 2) {
            return;
        }
        try {
            new FilmFile(stages.stream().map(s -> picture(s, row)).toList())
                    .write(FilmFile.of(run, row));
        } catch (WorkException e) {
            failure = Optional.of(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
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
