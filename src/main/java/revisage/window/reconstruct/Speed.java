package revisage.window.reconstruct;

import revisage.work.Progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/// How many queries a second, of late.
final class Speed {

    private static final long SECONDS = 30_000_000_000L; // whole batches come at once

    private record Mark(long nanos, long done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();

    void reset() {
        marks.clear();
    }

    void note(Progress now) {
        if (!now.unit().equals("queries")) {
            marks.clear();
            return;
        }
        long nanos = System.nanoTime();
        marks.addLast(new Mark(nanos, now.done()));
        while (marks.size() > 2 && nanos - marks.getFirst().nanos() > SECONDS) {
            marks.removeFirst();
        }
    }

    OptionalDouble perSecond() {
        if (marks.size() < 2) {
            return OptionalDouble.empty();
        }
        double seconds = (marks.getLast().nanos() - marks.getFirst().nanos()) / 1e9;
        long done = marks.getLast().done() - marks.getFirst().done();
        return seconds < 0.3 || done <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(done / seconds);
    }
}
