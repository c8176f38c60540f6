package revisage.study;

import revisage.algebra.Matrix;
import revisage.extract.Extractor;
import revisage.reconstruct.Findings;
import revisage.reconstruct.ReconstructorSpec;
import revisage.store.Reconstruction;
import revisage.vector.SoundVectors;
import revisage.vector.UnitLength;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;
import revisage.work.Dice;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Takes leaked vectors through a search, group by group, and leaves a marked PNG a target,
/// `reconstructions.csv` and `traces.csv`.
///
/// Whatever stops it, the same run in the same folder goes on from there to the same bytes (but for
/// the column of seconds); at most [#KEEP_EVERY] of work is done again.
///
/// The last query of a target shows the extractor its final 8-bit picture; the cosine in the table
/// is that one. It counts as a query, and searches are given one less, so that no target costs more
/// than its budget. Methods that ask nothing stay at 0: their cosine is for the reader alone.
///
/// @param leaked all of them are targets; of any length
/// @param spec with the whole budget of a target
/// @param searches made for [#searched(ReconstructorSpec)]
/// @param basis SHA-256 of its file, or of the network that was trained
/// @param longest time a target, if limited: a group that has used its targets' time is handed over
///   as it is
/// @param extractor attacked; stays the caller's
/// @param out folder, new or of the same run
/// @param keepEvery work between two checkpoints
public record ReconstructionRun(
        VectorSet leaked,
        ReconstructorSpec spec,
        Searches searches,
        String basis,
        long seed,
        Optional<Duration> longest,
        Extractor extractor,
        Path out,
        Duration keepEvery)
        implements Work<ReconstructionEvent, ReconstructionRun.Result> {

    /// What a kill may cost.
    public static final Duration KEEP_EVERY = Duration.ofSeconds(10);

    /// What came out.
    ///
    /// @param rows one a target
    /// @param endings why each search stopped
    /// @param resumed targets that an earlier run had finished
    /// @param asked queries of this run, those of lost rounds included
    /// @param seconds of this run
    /// @param notes what a person should know, one sentence each; mostly none
    public record Result(
            List<Reconstruction> rows,
            List<Findings.Ending> endings,
            int resumed,
            long asked,
            double seconds,
            List<String> notes) {

        public Result {
            rows = List.copyOf(rows);
            endings = List.copyOf(endings);
            notes = List.copyOf(notes);
        }
    }

    /// What a search is told of the spec: the hand-over's query is not its to spend.
    public static ReconstructorSpec searched(ReconstructorSpec spec) {
        return switch (spec) {
            case ReconstructorSpec.Linear linear -> linear;
            case ReconstructorSpec.Trained trained -> trained;
            case ReconstructorSpec.FullVector(long queries, var enough) ->
                    new ReconstructorSpec.FullVector(Math.max(0, queries - 1), enough);
            case ReconstructorSpec.Score(long queries, var enough) ->
                    new ReconstructorSpec.Score(Math.max(0, queries - 1), enough);
            // As published: the hand-over comes on top.
            case ReconstructorSpec.Reference reference -> reference;
        };
    }

    /// How many targets are searched together: as many as fill the extractor's batches.
    private int group() {
        return switch (spec) {
            case ReconstructorSpec.Linear _ -> 32;
            case ReconstructorSpec.Trained _ -> 32;
            case ReconstructorSpec.FullVector _ -> 32;
            case ReconstructorSpec.Score _ -> 32;
            case ReconstructorSpec.Reference _ -> 4;
        };
    }

    /// Queries a target, 0 where none are made.
    private long budget() {
        return switch (spec) {
            case ReconstructorSpec.Linear _, ReconstructorSpec.Trained _ -> 0;
            case ReconstructorSpec.FullVector full -> full.queries();
            case ReconstructorSpec.Score score -> score.queries();
            case ReconstructorSpec.Reference r -> 1 + (long) r.batch() * r.iterations();
        };
    }

    @Override
    public Result run(Consumer<? super ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        long begin = System.nanoTime();
        Matrix targets = targets();
        try (var folder = ReconstructionFolder.open(out, settings(), leaked)) {
            int resumed = folder.next();
            var tally = new QueryTally(targets.rows(), budget());
            tally.finished(folder.next(), folder.queries());
            stand(tally, events);
            for (int first = resumed; first < targets.rows(); first = folder.next()) {
                Work.pausePoint();
                search(first, targets).run(folder, tally, events);
                tally.finished(folder.next(), folder.queries());
                stand(tally, events);
            }
            folder.complete();
            return new Result(
                    folder.rows(),
                    folder.endings(),
                    resumed,
                    searches.asked(),
                    (System.nanoTime() - begin) / 1e9,
                    folder.notes());
        }
    }

    private static void stand(QueryTally tally, Consumer<? super ReconstructionEvent> events) {
        events.accept(new ReconstructionEvent.Standing(tally.progress()));
    }

    /// @throws VectorFileException if a vector has no direction or is of another dimension
    private Matrix targets() throws WorkException, InterruptedException {
        leaked.requireDimension(extractor.card().dimension(), extractor.card().name());
        SoundVectors sound = SoundVectors.of(leaked);
        if (!sound.left().isEmpty()) {
            throw new VectorFileException(
                    "The leaked %s.".formatted(sound.left().getFirst()),
                    "Leave such vectors out; `revisage vectors show` counts them.");
        }
        float[] rows = leaked.toArray();
        UnitLength.scale(rows, leaked.count(), leaked.dimension());
        return new Matrix(leaked.count(), leaked.dimension(), rows);
    }

    private ReconstructionSettings settings() {
        var card = extractor.card();
        return new ReconstructionSettings(
                1,
                spec.method(),
                spec.search(),
                spec.toString(),
                seed,
                leaked.count(),
                group(),
                longest.map(t -> Double.toString(t.toMillis() / 1e3)).orElse("unlimited"),
                basis,
                card.name(),
                card.sha256(),
                Sha256.of((card.input() + " " + card.output()).getBytes(StandardCharsets.UTF_8)),
                VectorsMark.of(leaked));
    }

    private GroupSearch search(int first, Matrix targets) {
        int next = Math.min(targets.rows(), first + group());
        List<Long> seeds =
                IntStream.range(first, next).mapToObj(row -> Dice.seed(seed, row)).toList();
        return new GroupSearch(
                first,
                new Searches.Group(targets.rows(first, next), seeds),
                searches,
                extractor,
                budget() == 0 ? 0 : 1,
                longest.map(time -> time.multipliedBy(next - first)),
                keepEvery);
    }
}
