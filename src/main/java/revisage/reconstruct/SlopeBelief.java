package revisage.reconstruct;

import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

import revisage.work.Kept;

import java.util.Arrays;

/// What a search believes about the score around its best face: it changes by `w . y - bend |y|^2 /
/// 2` after a step `y`. A Kalman filter on the slope `w` and the bend; each score is one linear
/// observation of both. Mutable scratch of one target.
///
/// **Source** Kalman, *A new approach to linear filtering*, 1960; as a gradient estimator it spends
/// one query a direction, where an evolution strategy spends several.
final class SlopeBelief {

    private static final double BEND = 1;
    private static final double BEND_DEVIATION = 0.4;
    private static final double LEAST_BEND = 0.2;

    /// Standard deviation of what the model cannot explain: a constant, and a share of `|y|^2`.
    private static final double NOISE = 0.003;

    private static final double NOISE_AWAY = 0.03;

    /// Share of the prior variance of a slope that comes back after a move of length 1.
    private static final double FORGETTING = 0.1;

    private final int n;
    private final double slopeVariance;
    private final double[] mean;
    private final double[] covariance;

    /// @param prior `(n, n)` covariance of the slope beside `slopeVariance` on its diagonal
    SlopeBelief(int n, double[] prior, double slopeVariance) {
        this.n = n;
        this.slopeVariance = slopeVariance;
        mean = new double[n + 1];
        mean[n] = BEND;
        covariance = new double[(n + 1) * (n + 1)];
        for (int i = 0; i < n; i++) {
            System.arraycopy(prior, i * n, covariance, i * (n + 1), n);
            covariance[i * (n + 2)] += slopeVariance;
        }
        covariance[n * (n + 2)] = BEND_DEVIATION * BEND_DEVIATION;
    }

    /// The best step if the slope were this one, drawn from the belief: where little is known it
    /// explores, where much is known it goes uphill (Thompson, *Biometrika* 1933).
    ///
    /// @param longest length of the step at most
    double[] step(SharedStateContinuousSampler normal, double longest) {
        double[] noise = new double[n];
        for (int i = 0; i < n; i++) {
            noise[i] = normal.sample();
        }
        // A true draw needs the covariance's root; the covariance itself, scaled to the same
        // expected length, explores the same directions and needs no decomposition.
        double trace = 0;
        double squares = 0;
        double[] drawn = new double[n];
        for (int i = 0; i < n; i++) {
            int row = i * (n + 1);
            trace += covariance[row + i];
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double c = covariance[row + j];
                sum += c * noise[j];
                squares += c * c;
            }
            drawn[i] = sum;
        }
        double scale = Math.sqrt(Math.max(0, trace) / Math.max(squares, 1e-300));
        double bend = Math.max(LEAST_BEND, mean[n]);
        double length = 0;
        for (int i = 0; i < n; i++) {
            drawn[i] = (mean[i] + scale * drawn[i]) / bend;
            length += drawn[i] * drawn[i];
        }
        double shrink = Math.min(1, longest / Math.sqrt(Math.max(length, 1e-300)));
        for (int i = 0; i < n; i++) {
            drawn[i] *= shrink;
        }
        return drawn;
    }

    /// Learns that a step from the best face changed the score by `gain`.
    void observe(double[] step, double gain) {
        double away = squares(step);
        double[] told = new double[n + 1];
        double expected = -mean[n] * away / 2;
        for (int i = 0; i <= n; i++) {
            int row = i * (n + 1);
            double sum = -covariance[row + n] * away / 2;
            for (int j = 0; j < n; j++) {
                sum += covariance[row + j] * step[j];
            }
            told[i] = sum;
        }
        double noise = NOISE + NOISE_AWAY * away;
        double variance = noise * noise - told[n] * away / 2;
        for (int j = 0; j < n; j++) {
            expected += mean[j] * step[j];
            variance += told[j] * step[j];
        }
        double surprise = (gain - expected) / variance;
        for (int i = 0; i <= n; i++) {
            mean[i] += told[i] * surprise;
            double weight = told[i] / variance;
            int row = i * (n + 1);
            for (int j = 0; j <= n; j++) {
                covariance[row + j] -= weight * told[j];
            }
        }
    }

    /// The best face is now where `step` led: the slope there is `w - bend y`, and a little less
    /// certain.
    void move(double[] step) {
        double[] withBend = new double[n];
        for (int i = 0; i < n; i++) {
            withBend[i] = covariance[i * (n + 1) + n];
        }
        double bendVariance = covariance[n * (n + 2)];
        for (int i = 0; i < n; i++) {
            mean[i] -= mean[n] * step[i];
            int row = i * (n + 1);
            for (int j = 0; j < n; j++) {
                covariance[row + j] +=
                        bendVariance * step[i] * step[j]
                                - step[i] * withBend[j]
                                - withBend[i] * step[j];
            }
            covariance[row + n] -= bendVariance * step[i];
            covariance[n * (n + 1) + i] -= bendVariance * step[i];
        }
        double lost = FORGETTING * squares(step) * slopeVariance;
        for (int i = 0; i < n; i++) {
            covariance[i * (n + 2)] += lost;
        }
    }

    /// A copy of what is believed of the slope.
    double[] slope() {
        return Arrays.copyOf(mean, n);
    }

    Kept keep(Kept kept, String name) {
        return kept.with(name + "slope", mean).with(name + "covariance", covariance);
    }

    void restore(Kept kept, String name) {
        System.arraycopy(kept.doubles(name + "slope"), 0, mean, 0, mean.length);
        System.arraycopy(kept.doubles(name + "covariance"), 0, covariance, 0, covariance.length);
    }

    private static double squares(double[] step) {
        double sum = 0;
        for (double s : step) {
            sum += s * s;
        }
        return sum;
    }
}
