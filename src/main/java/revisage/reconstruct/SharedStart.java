package revisage.reconstruct;

import revisage.algebra.Matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Where a search starts from what is shared by all targets.
final class SharedStart {

    private static final int NEIGHBOURS = 24;

    /// How much of start 0 is in the others: one face alone is far from the vector.
    private static final float SHARE = 0.4f;

    /// Sharpness of the neighbours' weights `exp(12 cos)`.
    private static final double SHARPNESS = 12;

    private final SharedKnowledge shared;

    SharedStart(SharedKnowledge shared) {
        this.shared = shared;
    }

    static JacobianEstimate jacobian(SharedKnowledge shared) {
        Matrix turned = shared.jacobian().weights().transposed(); // (k, d) -> (d, k)
        int d = turned.rows();
        int k = turned.columns();
        double[] gram = new double[d * d];
        IntStream.range(0, d)
                .parallel()
                .forEach(
                        i -> {
                            for (int j = 0; j < d; j++) {
                                double dot = 0;
                                for (int l = 0; l < k; l++) {
                                    dot += (double) turned.at(i, l) * turned.at(j, l);
                                }
                                gram[i * d + j] = dot;
                            }
                        });
        return new JacobianEstimate(d, k, shared.jacobian().weights().data(), gram);
    }

    /// Starts towards a target. Start 0: the faces that answer most alike, weighted, moved by the
    /// regression to the vector. Start n: the n-th of these faces itself, with [#SHARE] of start 0
    /// in it.
    ///
    /// @param target d numbers, length 1
    /// @return n -> k coefficients
    IntFunction<float[]> towards(float[] target) {
        double[] alike = alike(target);
        int[] nearest = nearest(alike);
        float[] blend = near(target, alike, nearest);
        return n -> n == 0 || nearest.length == 0 ? blend.clone() : beside(blend, nearest, n);
    }

    private float[] beside(float[] blend, int[] nearest, int n) {
        int face = nearest[(n - 1) % nearest.length];
        float[] start = new float[blend.length];
        for (int j = 0; j < start.length; j++) {
            start[j] = SHARE * blend[j] + (1 - SHARE) * shared.publicCoefficients().at(face, j);
        }
        return start;
    }

    private double[] alike(float[] target) {
        Matrix answers = shared.publicAnswers();
        double[] alike = new double[answers.rows()];
        for (int i = 0; i < alike.length; i++) {
            for (int j = 0; j < target.length; j++) {
                alike[i] += (double) answers.at(i, j) * target[j];
            }
        }
        return alike;
    }

    private static int[] nearest(double[] alike) {
        return IntStream.range(0, alike.length)
                .boxed()
                .sorted(
                        Comparator.comparingDouble((Integer i) -> -alike[i])
                                .thenComparing(Comparator.naturalOrder()))
                .limit(NEIGHBOURS)
                .mapToInt(i -> i)
                .toArray();
    }

    private float[] near(float[] target, double[] alike, int[] nearest) {
        Matrix answers = shared.publicAnswers();
        double sum = Arrays.stream(nearest).mapToDouble(i -> weight(alike[i])).sum();
        float[] blend = new float[shared.components()];
        float[] blendAnswer = new float[target.length];
        for (int i : nearest) {
            float w = (float) (weight(alike[i]) / sum);
            for (int j = 0; j < blend.length; j++) {
                blend[j] += w * shared.publicCoefficients().at(i, j);
            }
            for (int j = 0; j < target.length; j++) {
                blendAnswer[j] += w * answers.at(i, j);
            }
        }
        float[] there = shared.warm().apply(target, 0);
        float[] here = shared.warm().apply(blendAnswer, 0);
        for (int j = 0; j < blend.length; j++) {
            blend[j] += there[j] - here[j];
        }
        return blend;
    }

    private static double weight(double alike) {
        return Math.exp(SHARPNESS * alike);
    }
}
