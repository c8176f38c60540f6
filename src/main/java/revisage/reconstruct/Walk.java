package revisage.reconstruct;

import revisage.work.Kept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// One walk of a [FullVectorSearch], from one start towards one target. Mutable scratch.
final class Walk {

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
    private double cosine = -2;
    private int move;
    private int axesDone;

    /// @param firstProbe directions of the first probe, the same for all targets
    Walk(
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

    /// Best so far, -2 before the first answer.
    double cosine() {
        return cosine;
    }

    Candidate found() {
        return Candidate.at(best);
    }

    /// Whether a cycle of a probe and its rounds has just been answered.
    boolean cycleEnds() {
        return axesDone == 0 && move > 2 && (move - 2) % (1 + ROUNDS_A_CYCLE) == 0;
    }

    /// Whole cycles that were walked; the first follows the start and a round.
    int cycles() {
        return move < 2 ? 0 : cycle(move);
    }

    /// Queries from the start to the end of the first cycle.
    static int firstStretch(int dimension) {
        return 1 + QUERIES_A_ROUND + directions(2, dimension) + ROUNDS_A_CYCLE * QUERIES_A_ROUND;
    }

    /// @param left queries that may be asked
    Step next(int left) {
        Move next = move(move, components());
        // A probe without rounds to use it would be wasted.
        int forProbe = left - ROUNDS_A_CYCLE * QUERIES_A_ROUND;
        if (next != Move.START && forProbe < LEAST_PROBE) {
            next = Move.ROUND;
        }
        return switch (next) {
            case START -> new Step(next, List.of(found()));
            case ROUND -> new Step(next, most(rounds(), left));
            case PROBE -> new Step(next, most(probes(), forProbe));
            case AXES -> new Step(next, most(axes(), forProbe));
        };
    }

    private int components() {
        return best.coefficients().length;
    }

    private static List<Candidate> most(List<Candidate> candidates, int most) {
        return candidates.subList(0, Math.min(candidates.size(), most));
    }

    private List<Candidate> rounds() {
        double[] residual = new double[target.length];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = (double) target[i] - answer[i];
        }
        var candidates = new ArrayList<Candidate>();
        for (float[] step : jacobian.steps(residual, FullVectorSearch.dampings(cycle(move) < 2))) {
            var along = new Direction.Free(step);
            for (float length : FullVectorSearch.lengths()) {
                candidates.add(new Candidate(best, along, length));
            }
        }
        return candidates;
    }

    private List<Candidate> probes() {
        List<Direction.Free> directions =
                cycle(move) == 0
                        ? firstProbe
                        : Direction.Free.of(jacobian.strongest(directions(move, target.length)));
        return directions.stream().map(d -> new Candidate(best, d, FIRST_PROBE_STEP)).toList();
    }

    private List<Candidate> axes() {
        return IntStream.range(axesDone, Math.min(components(), axesDone + AXES_AT_ONCE))
                .mapToObj(i -> new Candidate(best, new Direction.Axis(i), AXIS_STEP))
                .toList();
    }

    /// Takes the answers to a step.
    ///
    /// @param answers the step's from `offset` on, rows of length 1
    /// @return the highest cosine among them
    double learn(Step step, float[] answers, int offset) {
        int d = target.length;
        int count = step.candidates().size();
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
                learnFrom(step.candidates().get(i), answers, offset + i * d);
            }
        }
        double highest = count == 0 ? Double.NEGATIVE_INFINITY : alike[rising[count - 1]];
        if (highest > cosine) {
            int i = rising[count - 1];
            cosine = highest;
            best = new Direction.Free(step.candidates().get(i).coefficients());
            answer = Arrays.copyOfRange(answers, offset + i * d, offset + (i + 1) * d);
        }
        if (step.kind() == Move.AXES && axesDone + count < components()) {
            axesDone += count;
        } else {
            axesDone = 0;
            move++;
        }
        return highest;
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

    Kept keep(Kept kept, String name) {
        return kept.with(name + "best", best.coefficients())
                .with(name + "answer", answer)
                .with(name + "slopes", jacobian.slopes())
                .with(name + "gram", jacobian.gram())
                .with(name + "cosine", new double[] {cosine})
                .with(name + "moves", new long[] {move, axesDone});
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
        cosine = kept.doubles(name + "cosine")[0];
        long[] moves = kept.longs(name + "moves");
        move = Math.toIntExact(moves[0]);
        axesDone = Math.toIntExact(moves[1]);
    }

    /// Kinds of moves.
    enum Move {
        START,
        ROUND,
        PROBE,
        AXES
    }

    /// What is asked next.
    ///
    /// @param kind what the candidates are for
    record Step(Move kind, List<Candidate> candidates) {}

    /// Moves: start, round, then cycles of a probe and two rounds.
    private static Move move(int index, int components) {
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

    private static int cycle(int index) {
        return (index - 2) / (1 + ROUNDS_A_CYCLE);
    }

    /// Directions of a probe: 64, 64, then as many as the answer has numbers.
    private static int directions(int index, int dimension) {
        int[] first = {64, 64};
        int cycle = cycle(index);
        return Math.min(dimension, cycle < first.length ? first[cycle] : dimension);
    }

    /// Directions of the probe that all walks have in common.
    static int firstDirections(int dimension) {
        return directions(2, dimension);
    }
}
