package revisage.study;

import revisage.algebra.Matrix;
import revisage.extract.Extractor;
import revisage.face.FaceBatch;
import revisage.reconstruct.Findings;
import revisage.reconstruct.SearchEvent;
import revisage.reconstruct.SearchRun;
import revisage.vector.UnitLength;
import revisage.work.Work;
import revisage.work.WorkException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// One group of a run, from its beginning or its checkpoint to the disk.
///
/// @param first row of its first target
/// @param group its targets
/// @param searches of the run
/// @param extractor that measures the final pictures
/// @param handOverQueries what that measurement costs a target: 1, or 0 where it does not count
/// @param longest time for all of the group, if limited
/// @param keepEvery work between two checkpoints
record GroupSearch(
        int first,
        Searches.Group group,
        Searches searches,
        Extractor extractor,
        int handOverQueries,
        Optional<Duration> longest,
        Duration keepEvery) {

    /// Searches, and puts what was found into the folder.
    void run(
            ReconstructionFolder folder,
            QueryTally tally,
            Consumer<? super ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        var running = folder.running(first);
        var clock = new Clock(running.map(ReconstructionFolder.Running::nanos).orElse(0L));
        SearchRun search =
                running.isPresent()
                        ? searches.resume(group, running.get().kept())
                        : searches.begin(group);
        tally.begin(group.vectors().rows());
        try {
            advance(search, clock, folder, tally, events);
            handOver(search, clock, folder, events);
        } catch (InterruptedException | WorkException e) {
            // A stop or a fault loses nothing that the search had finished.
            try {
                folder.keep(first, search.state(), clock.nanos());
            } catch (WorkException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private void advance(
            SearchRun search,
            Clock clock,
            ReconstructionFolder folder,
            QueryTally tally,
            Consumer<? super ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        long kept = clock.nanos();
        while (!search.ended() && !timeIsUp(clock)) {
            Work.pausePoint();
            search.advance(
                    event -> {
                        tally.note(event);
                        events.accept(
                                new ReconstructionEvent.Searching(first + event.target(), event));
                        if (event instanceof SearchEvent.Asked) {
                            events.accept(new ReconstructionEvent.Standing(tally.progress()));
                        }
                    });
            events.accept(new ReconstructionEvent.Standing(tally.progress()));
            if (clock.nanos() - kept >= keepEvery.toNanos()) {
                folder.keep(first, search.state(), clock.nanos());
                kept = clock.nanos();
            }
        }
    }

    private boolean timeIsUp(Clock clock) {
        return longest.isPresent() && clock.nanos() >= longest.get().toNanos();
    }

    private void handOver(
            SearchRun search,
            Clock clock,
            ReconstructionFolder folder,
            Consumer<? super ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        Findings findings = search.findings();
        double[] cosines = cosines(findings);
        double seconds = clock.nanos() / 1e9;
        long all = findings.targets().stream().mapToLong(Findings.Target::queries).sum();
        var found = new ArrayList<GroupRecord.Found>();
        for (int i = 0; i < cosines.length; i++) {
            Findings.Target target = findings.targets().get(i);
            double share = all == 0 ? 1.0 / cosines.length : (double) target.queries() / all;
            var measured = new Findings.Mark(target.queries(), cosines[i]);
            found.add(
                    new GroupRecord.Found(
                            target.queries() + handOverQueries,
                            cosines[i],
                            seconds * share,
                            target.ending(),
                            target.trace().isEmpty() ? List.of(measured) : target.trace()));
        }
        var rows = folder.finish(new GroupRecord(first, seconds, found), findings.faces());
        IntStream.range(0, rows.size())
                .mapToObj(
                        i ->
                                new ReconstructionEvent.Rebuilt(
                                        first + i, rows.get(i), findings.faces().get(i)))
                .forEach(events);
    }

    /// Of the 8-bit faces, as anyone will measure them who is handed the pictures.
    private double[] cosines(Findings findings) throws WorkException, InterruptedException {
        Matrix vectors = group.vectors();
        int d = vectors.columns();
        float[] answers = extractor.embed(FaceBatch.of(findings.faces()));
        UnitLength.scale(answers, vectors.rows(), d);
        double[] cosines = new double[vectors.rows()];
        for (int i = 0; i < cosines.length; i++) {
            double sum = 0;
            for (int j = i * d; j < (i + 1) * d; j++) {
                sum += (double) answers[j] * vectors.data()[j];
            }
            cosines[i] = Math.clamp(sum, -1, 1);
        }
        return cosines;
    }

    /// Time spent on a group, over all attempts.
    private static final class Clock {

        private final long from;

        Clock(long before) {
            from = System.nanoTime() - before;
        }

        long nanos() {
            return System.nanoTime() - from;
        }
    }
}
