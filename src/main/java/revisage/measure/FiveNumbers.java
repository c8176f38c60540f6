package revisage.measure;

import org.apache.commons.statistics.descriptive.Quantile;

import java.util.Arrays;
import java.util.List;

/// A box plot: quartiles, and whiskers to the farthest values within one and a half times the box.
///
/// **Source** Tukey, Exploratory Data Analysis (1977); quartiles are type 7 of Hyndman, Fan, The
/// American Statistician 50 (1996), those of R and NumPy.
///
/// @param lowWhisker smallest value that is not an outlier
/// @param highWhisker largest value that is not an outlier
/// @param outliers beyond the whiskers, rising
public record FiveNumbers(
        int count,
        double mean,
        double lowWhisker,
        double lowQuartile,
        double median,
        double highQuartile,
        double highWhisker,
        List<Double> outliers) {

    private static final double REACH = 1.5;
    private static final Quantile QUANTILE =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    public FiveNumbers {
        outliers = List.copyOf(outliers);
        boolean rising =
                lowWhisker <= lowQuartile
                        && lowQuartile <= median
                        && median <= highQuartile
                        && highQuartile <= highWhisker;
        if (count < 1 || !rising) {
            throw new IllegalArgumentException("no box of " + count + " values");
        }
    }

    /// @param values 1 or more, finite
    public static FiveNumbers of(List<Double> values) {
        double[] all = values.stream().mapToDouble(v -> v).sorted().toArray();
        if (all.length == 0 || !Double.isFinite(all[0] + all[all.length - 1])) {
            throw new IllegalArgumentException("no finite values");
        }
        double[] quartiles = QUANTILE.evaluate(all, 0.25, 0.5, 0.75);
        double reach = REACH * (quartiles[2] - quartiles[0]);
        double low = quartiles[0] - reach;
        double high = quartiles[2] + reach;
        var inside = Arrays.stream(all).filter(v -> low <= v && v <= high).summaryStatistics();
        return new FiveNumbers(
                all.length,
                Arrays.stream(all).sum() / all.length,
                Math.min(inside.getMin(), quartiles[0]),
                quartiles[0],
                quartiles[1],
                quartiles[2],
                Math.max(inside.getMax(), quartiles[2]),
                Arrays.stream(all).filter(v -> v < low || v > high).boxed().toList());
    }
}
