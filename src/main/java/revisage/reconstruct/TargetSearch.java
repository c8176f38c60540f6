package revisage.reconstruct;

import revisage.work.Kept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// One target's part of a [FullVectorSearch]. Mutable scratch.
final class TargetSearch {

    private static final float FIRST_PROBE_STEP = 2f;
    private static final float AXIS_STEP = 0.7f;
    private static final int ROUNDS_A_CYCLE = 2;
    private static final int QUERIES_A_ROUND = 4;
    private static final int LEAST_PROBE = 8;

    /// All axes of many targets would be too long a round.
    private static final int AXES_AT_ONCE = 32;

    private final float[] target;
    private final List<Direction.Free> firstProbe;
    private Direction.Free best;
    private float[] answer;
    private JacobianEstimate jacobian;
    private final TargetCourse course = new TargetCourse(-2);
    private int move;
    private int axesDone;
    private double cosineAtCycle = -2;
    private long queriesAtCycle;

    /// @param firstProbe directions of the first probe, the same for all targets
    TargetSearch(
            float[] target,
            float[] start,
            JacobianEstimate jacobian,
            List<Direction.Free> firstProbe) {
        this.target = target;
        this.best = new Direction.Free(start.clone());
        this.firstProbe = firstProbe;
        this.answer = new float[target.length];
        this.jacobian = jacobian;
    }

    TargetCourse course() {
        return course;
    }

    Candidate found() {
        return Candidate.at(best);
    }

    FullVectorSearch.Plan plan(ReconstructorSpec.FullVector spec) {
        int left = (int) Math.min(Integer.MAX_VALUE, spec.queries() - course.queries());
        Move next = Schedule.move(move, components());
        // A probe without rounds to use it would be wasted.
        int forProbe = left - ROUNDS_A_CYCLE * QUERIES_A_ROUND;
        if (next != Move.START && forProbe < LEAST_PROBE) {
            next = Move.ROUND;
        }
        return switch (next) {
            case START -> new FullVectorSearch.Plan(this, next, List.of(found()));
            case ROUND -> plan(next, rounds(), left);
            case PROBE -> plan(next, probes(), forProbe);
            case AXES -> plan(next, axes(), forProbe);
        };
    }

    private int components() {
        return best.coefficients().length;
    }

    private FullVectorSearch.Plan plan(Move kind, List<Candidate> candidates, int most) {
        return new FullVectorSearch.Plan(
                this, kind, candidates.subList(0, Math.min(candidates.size(), most)));
    }

    private List<Candidate> rounds() {
        double[] residual = new double[target.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = (double) target[i] - answer[i];
        }
        var candidates = new ArrayList<Candidate>();
        for (float[] step :
                jacobian.steps(residual, FullVectorSearch.dampings(Schedule.cycle(move) < 2))) {
            var along = new Direction.Free(step);
            for (float length : FullVectorSearch.lengths()) {
                candidates.add(new Candidate(best, along, length));
            }
        }
        return candidates;
    }

    private List<Candidate> probes() {
        List<Direction.Free> directions =
                Schedule.cycle(move) == 0
                        ? firstProbe
                        : Direction.Free.of(
                                jacobian.strongest(Schedule.directions(move, target.length)));
        return directions.stream().map(d -> new Candidate(best, d, FIRST_PROBE_STEP)).toList();
    }

    private List<Candidate> axes() {
        return IntStream.range(axesDone, Math.min(components(), axesDone + AXES_AT_ONCE))
                .mapToObj(i -> new Candidate(best, new Direction.Axis(i), AXIS_STEP))
                .toList();
    }

    /// Takes the answers to a plan.
    ///
    /// @param answers the plan's from `offset` on, rows of length 1
    void learn(
            FullVectorSearch.Plan plan,
            float[] answers,
            int offset,
            ReconstructorSpec.FullVector spec) {
        int d = target.length;
        int count = plan.count();
        double[] alike = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                alike[i] += (double) answers[offset + i * d + j] * target[j];
            }
        }
        int[] rising =
                IntStream.range(0, count)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> alike[i]))
                        .mapToInt(i -> i)
                        .toArray();
        if (move > 0) {
            for (int i : rising) { // the best last: what it says must hold
                learnFrom(plan.candidates().get(i), answers, offset + i * d);
            }
        }
        double highest = count == 0 ? Double.NEGATIVE_INFINITY : alike[rising[count - 1]];
        if (course.answered(count, highest)) {
            int i = rising[count - 1];
            best = new Direction.Free(plan.candidates().get(i).coefficients());
            answer = Arrays.copyOfRange(answers, offset + i * d, offset + (i + 1) * d);
        }
        if (plan.kind() == Move.AXES && axesDone + count < components()) {
            axesDone += count;
        } else {
            axesDone = 0;
            move++;
        }
        end(plan.kind() != Move.AXES && Schedule.cycleEnds(move), spec);
    }

    private void learnFrom(Candidate candidate, float[] answers, int offset) {
        double[] change = new double[target.length];
        for (int j = 0; j < change.length; j++) {
            change[j] = (double) answers[offset + j] - answer[j];
        }
        switch (candidate.along()) {
            case Direction.Axis(int axis) -> jacobian.learn(axis, candidate.length(), change);
            case Direction.Free free -> {
                float[] step = free.coefficients().clone();
                for (int j = 0; j < step.length; j++) {
                    step[j] *= candidate.length();
                }
                jacobian.learn(step, change);
            }
        }
    }

    private void end(boolean cycle, ReconstructorSpec.FullVector spec) {
        if (!course.endsAt(spec.enough(), spec.queries()) && cycle) {
            boolean flat =
                    FullVectorSearch.flat(
                            course.cosine() - cosineAtCycle, course.queries() - queriesAtCycle);
            if (flat && Schedule.mayEnd(move)) {
                course.end(Findings.Ending.PLATEAU);
            }
            cosineAtCycle = course.cosine();
            queriesAtCycle = course.queries();
        }
    }

    Kept keep(Kept kept, String name) {
        return course.keep(kept, name)
                .with(name + "best", best.coefficients())
                .with(name + "answer", answer)
                .with(name + "slopes", jacobian.slopes())
                .with(name + "gram", jacobian.gram())
                .with(name + "cosines", new double[] {course.cosine(), cosineAtCycle})
                .with(
                        name + "counts",
                        new long[] {course.queries(), move, queriesAtCycle, axesDone});
    }

    void restore(Kept kept, String name) {
        best = new Direction.Free(kept.floats(name + "best"));
        answer = kept.floats(name + "answer");
        jacobian =
                new JacobianEstimate(
                        target.length,
                        components(),
                        kept.floats(name + "slopes"),
                        kept.doubles(name + "gram"));
        double[] cosines = kept.doubles(name + "cosines");
        cosineAtCycle = cosines[1];
        long[] counts = kept.longs(name + "counts");
        course.restore(kept, name, counts[0], cosines[0]);
        move = Math.toIntExact(counts[1]);
        queriesAtCycle = counts[2];
        axesDone = Math.toIntExact(counts[3]);
    }

    /// Kinds of moves.
    enum Move {
        START,
        ROUND,
        PROBE,
        AXES
    }

    /// Which move comes when.
    static final class Schedule {

        private Schedule() {}

        /// Moves: start, round, then cycles of a probe and two rounds.
        static Move move(int index, int components) {
            if (index == 0) {
                return Move.START;
            }
            if (index == 1) {
                return Move.ROUND;
            }
            int inCycle = (index - 2) % (1 + ROUNDS_A_CYCLE);
            if (inCycle != 0) {
                return Move.ROUND;
            }
            return cycle(index) == 3 && components > 0 ? Move.AXES : Move.PROBE;
        }

        static int cycle(int index) {
            return (index - 2) / (1 + ROUNDS_A_CYCLE);
        }

        /// Directions of a probe: 64, 64, then as many as the answer has numbers.
        static int directions(int index, int dimension) {
            int[] first = {64, 64};
            int cycle = cycle(index);
            return Math.min(dimension, cycle < first.length ? first[cycle] : dimension);
        }

        static boolean cycleEnds(int nextIndex) {
            return nextIndex >= 2 && (nextIndex - 2) % (1 + ROUNDS_A_CYCLE) == 0;
        }

        /// The axes come before a plateau may end the search.
        static boolean mayEnd(int nextIndex) {
            return nextIndex >= 2 && cycle(nextIndex) >= 4;
        }
    }
}
