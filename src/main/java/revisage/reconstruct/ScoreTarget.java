package revisage.reconstruct;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

import revisage.work.Dice;
import revisage.work.Kept;

import java.util.ArrayList;
import java.util.List;

/// One target of a [ScoreSearch]: plans from its state alone, and changes it only when it learns.
final class ScoreTarget {

    private static final int ANCHORS_A_ROUND = 16;
    private static final int STEPS_A_ROUND = 2;

    private static final double FIRST_RADIUS = 0.3;
    private static final double LEAST_RADIUS = 0.05;
    private static final double MOST_RADIUS = 1;
    private static final double GROWTH = 1.05;
    private static final double SHRINKAGE = 0.95;

    /// A plateau: less gained in a twentieth of the budget (and in so many queries at least).
    private static final double PLATEAU = 0.002;

    private static final long WINDOW = 60;

    private final ScoreGround ground;
    private final ReconstructorSpec.Score spec;
    private final long seed;

    private final double[] told;
    private final SlopeBelief belief;
    private float[] best;
    private final TargetCourse course = new TargetCourse(-1);
    private double radius = FIRST_RADIUS;
    private boolean started;
    private long windowFrom;
    private double windowCosine;

    ScoreTarget(ScoreGround ground, ReconstructorSpec.Score spec, long seed, int components) {
        this.ground = ground;
        this.spec = spec;
        this.seed = seed;
        told = new double[ground.anchors()];
        belief = ground.belief();
        best = new float[components];
        if (spec.queries() < 1) {
            course.end(Findings.Ending.BUDGET);
        }
    }

    /// What is asked next.
    ///
    /// @param steps how the candidates came from the best; empty before there is one
    record Plan(List<float[]> candidates, List<double[]> steps) {}

    Plan plan() {
        int queries = asked();
        long left = spec.queries() - queries;
        if (queries < told.length) {
            List<float[]> anchors = new ArrayList<>();
            int to = (int) Math.min(told.length, queries + Math.min(ANCHORS_A_ROUND, left));
            for (int i = queries; i < to; i++) {
                anchors.add(ground.anchor(i));
            }
            return new Plan(anchors, List.of());
        }
        if (!started) {
            List<float[]> starts = ground.starts(ground.estimate(told));
            return new Plan(starts.subList(0, (int) Math.min(starts.size(), left)), List.of());
        }
        var random = RandomSource.XO_SHI_RO_256_PP.create(Dice.seed(seed, queries));
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        List<float[]> candidates = new ArrayList<>();
        List<double[]> steps = new ArrayList<>();
        for (int i = 0; i < Math.min(STEPS_A_ROUND, left); i++) {
            double[] step = belief.step(normal, radius);
            steps.add(step);
            candidates.add(ground.moved(best, step));
        }
        return new Plan(candidates, steps);
    }

    /// @param scores one a candidate of the plan, from `from` on
    void learn(Plan plan, double[] scores, int from) {
        int count = plan.candidates().size();
        int queries = asked();
        int chosen = 0;
        for (int i = 0; i < count; i++) {
            double score = scores[from + i];
            if (score > scores[from + chosen]) {
                chosen = i;
            }
            if (queries + i < told.length) {
                told[queries + i] = score;
            }
            if (!plan.steps().isEmpty()) {
                belief.observe(plan.steps().get(i), score - course.cosine());
            }
        }
        started = started || queries >= told.length;
        boolean improved = course.answered(count, scores[from + chosen]);
        if (improved) {
            best = plan.candidates().get(chosen);
        }
        if (!plan.steps().isEmpty()) {
            if (improved) {
                belief.move(plan.steps().get(chosen));
            }
            radius =
                    Math.clamp(radius * (improved ? GROWTH : SHRINKAGE), LEAST_RADIUS, MOST_RADIUS);
        }
        end();
    }

    private void end() {
        if (!course.endsAt(spec.enough(), spec.queries())
                && course.queries() - windowFrom >= Math.max(WINDOW, spec.queries() / 20)) {
            if (windowFrom > told.length && course.cosine() - windowCosine < PLATEAU) {
                course.end(Findings.Ending.PLATEAU);
            }
            windowFrom = course.queries();
            windowCosine = course.cosine();
        }
    }

    private int asked() {
        return Math.toIntExact(course.queries());
    }

    TargetCourse course() {
        return course;
    }

    /// A copy; k numbers.
    float[] coefficients() {
        return best.clone();
    }

    Kept keep(Kept kept, String name) {
        return belief.keep(course.keep(kept, name), name)
                .with(name + "best", best)
                .with(name + "told", told)
                .with(name + "numbers", new double[] {course.cosine(), radius, windowCosine})
                .with(name + "counts", new long[] {course.queries(), started ? 1 : 0, windowFrom});
    }

    void restore(Kept kept, String name) {
        belief.restore(kept, name);
        best = kept.floats(name + "best");
        System.arraycopy(kept.doubles(name + "told"), 0, told, 0, told.length);
        double[] numbers = kept.doubles(name + "numbers");
        radius = numbers[1];
        windowCosine = numbers[2];
        long[] counts = kept.longs(name + "counts");
        course.restore(kept, name, counts[0], numbers[0]);
        started = counts[1] == 1;
        windowFrom = counts[2];
    }
}
