package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Answers are made up here: each start has a face of its own, and one lies nearest.
class TargetSearchTest {

    private static final int D = 4;
    private static final int K = 6;
    private static final float[] TARGET = {1, 0, 0, 0};

    @Test
    void halfTheBudgetPaysForTheStarts() {
        assertEquals(77, Walk.firstStretch(512)); // 1 + 4 + 64 + 2 * 4
        assertEquals(1, TargetSearch.starts(100, 512));
        assertEquals(1, TargetSearch.starts(307, 512));
        assertEquals(2, TargetSearch.starts(308, 512));
        assertEquals(8, TargetSearch.starts(1_500, 512));
        assertEquals(8, TargetSearch.starts(Long.MAX_VALUE, 512));
    }

    @Test
    void theWalkThatCameNearestGoesOn() {
        double[] cosines = {0.5, 0.8, 0.3};
        List<Integer> begun = new ArrayList<>();
        TargetSearch search =
                new TargetSearch(
                        n -> {
                            begun.add(n);
                            return walk(n);
                        },
                        cosines.length);
        var spec = new ReconstructorSpec.FullVector(400, OptionalDouble.empty());
        int stretch = Walk.firstStretch(D);
        while (search.course().queries() < (long) cosines.length * stretch) {
            FullVectorSearch.Plan plan = search.plan(spec);
            float[] answers = new float[plan.count() * D];
            for (int i = 0; i < plan.count(); i++) {
                double cosine = cosines[(int) (search.course().queries() / stretch)];
                answers[i * D] = (float) cosine;
                answers[i * D + 1] = (float) Math.sqrt(1 - cosine * cosine);
            }
            search.learn(plan, answers, 0, spec);
        }
        assertEquals(List.of(0, 1, 2), begun);
        assertEquals(0.8, search.course().cosine(), 1e-6);
        assertArrayEquals(start(1), search.found().coefficients());
        for (Candidate next : search.plan(spec).candidates()) {
            assertTrue(next.coefficients()[0] > 0.5f, "goes on from start 1");
        }
    }

    private static Walk walk(int n) {
        return new Walk(TARGET, start(n), jacobian(), firstProbe());
    }

    /// Start n has 10 n on the first axis.
    private static float[] start(int n) {
        float[] start = new float[K];
        start[0] = 10f * n;
        return start;
    }

    private static List<Direction.Free> firstProbe() {
        var directions = new ArrayList<Direction.Free>();
        for (int i = 0; i < D; i++) {
            float[] along = new float[K];
            along[1 + i] = 1;
            directions.add(new Direction.Free(along));
        }
        return directions;
    }

    /// Coefficient i moves number i of the answer.
    private static JacobianEstimate jacobian() {
        float[] slopes = new float[K * D];
        double[] gram = new double[D * D];
        for (int i = 0; i < D; i++) {
            slopes[i * D + i] = 1;
            gram[i * D + i] = 1;
        }
        return new JacobianEstimate(D, K, slopes, gram);
    }
}
