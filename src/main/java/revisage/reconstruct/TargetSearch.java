package revisage.reconstruct;

import revisage.work.Kept;

import java.util.Optional;
import java.util.function.IntFunction;

/// One target's part of a [FullVectorSearch]: short walks from several starts, of which the one
/// that came nearest goes on. Mutable scratch.
final class TargetSearch {

    /// Cycles of the walk that goes on before a plateau may end it: the axes come first.
    private static final int LEAST_CYCLES = 4;

    private static final int MOST_STARTS = 8;

    private final IntFunction<Walk> from;
    private final int starts;
    private final TargetCourse course = new TargetCourse(-2);
    private Walk walk;
    private Optional<Walk> leader = Optional.empty();
    private int start;
    private double cosineAtCycle = -2;
    private long queriesAtCycle;

    /// @param from a new walk from the start of that number
    /// @param starts how many starts are tried
    TargetSearch(IntFunction<Walk> from, int starts) {
        this.from = from;
        this.starts = starts;
        this.walk = from.apply(0);
    }

    /// As many starts as half the budget pays for; walks are short there, and what makes the
    /// difference is in which valley they are.
    static int starts(long queries, int dimension) {
        return Math.clamp(queries / 2 / Walk.firstStretch(dimension), 1, MOST_STARTS);
    }

    TargetCourse course() {
        return course;
    }

    Candidate found() {
        return nearest().found();
    }

    private Walk nearest() {
        return leader.filter(l -> l.cosine() >= walk.cosine()).orElse(walk);
    }

    FullVectorSearch.Plan plan(ReconstructorSpec.FullVector spec) {
        int left = (int) Math.min(Integer.MAX_VALUE, spec.queries() - course.queries());
        return new FullVectorSearch.Plan(this, walk.next(left));
    }

    /// Takes the answers to a plan.
    ///
    /// @param answers the plan's from `offset` on, rows of length 1
    void learn(
            FullVectorSearch.Plan plan,
            float[] answers,
            int offset,
            ReconstructorSpec.FullVector spec) {
        course.answered(plan.count(), walk.learn(plan.step(), answers, offset));
        if (course.endsAt(spec.enough(), spec.queries()) || !walk.cycleEnds()) {
            return;
        }
        if (start < starts) {
            nextStart();
        } else {
            endOnPlateau();
        }
    }

    private void nextStart() {
        Walk ahead = nearest();
        start++;
        if (start < starts) {
            leader = Optional.of(ahead);
            walk = from.apply(start);
        } else {
            leader = Optional.empty();
            walk = ahead;
            mark();
        }
    }

    private void endOnPlateau() {
        boolean flat =
                FullVectorSearch.flat(
                        course.cosine() - cosineAtCycle, course.queries() - queriesAtCycle);
        if (flat && walk.cycles() >= LEAST_CYCLES) {
            course.end(Findings.Ending.PLATEAU);
        }
        mark();
    }

    private void mark() {
        cosineAtCycle = course.cosine();
        queriesAtCycle = course.queries();
    }

    Kept keep(Kept kept, String name) {
        Kept walks = walk.keep(course.keep(kept, name), name);
        if (leader.isPresent()) {
            walks = leader.get().keep(walks, name + "leader.");
        }
        return walks.with(name + "cosines", new double[] {course.cosine(), cosineAtCycle})
                .with(name + "counts", new long[] {course.queries(), queriesAtCycle, start});
    }

    void restore(Kept kept, String name) {
        double[] cosines = kept.doubles(name + "cosines");
        long[] counts = kept.longs(name + "counts");
        course.restore(kept, name, counts[0], cosines[0]);
        cosineAtCycle = cosines[1];
        queriesAtCycle = counts[1];
        start = Math.toIntExact(counts[2]);
        walk.restore(kept, name);
        leader = Optional.empty();
        if (start > 0 && start < starts) {
            Walk ahead = from.apply(0);
            ahead.restore(kept, name + "leader.");
            leader = Optional.of(ahead);
        }
    }
}
