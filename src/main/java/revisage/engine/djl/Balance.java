package revisage.engine.djl;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long the gradients of the generator's losses are at the picture, as a mean over many steps:
/// one step's is no measure, for the critic learns as well and its slope is still to find its
/// length when a level is new.
///
/// Each level is measured again when it fades in and when it stands. A mean over all pixels has a
/// gradient of 1 over their number, a critic of slope 1 one of 1 over its root: from level to level
/// the first falls to a quarter and the second to a half, so weights that fit at 32 pixels are four
/// times too small at 128.
///
/// @param count measurements
/// @param logs sums of their logarithms, by the loss's name
record Balance(int count, SortedMap<String, Double> logs) {

    /// Nothing measured.
    static final Balance NOTHING = new Balance(0, new TreeMap<>());

    /// What is weighed against each other.
    static final List<String> NAMES =
            List.of(GeneratorLoss.ADVERSARIAL, GeneratorLoss.PIXEL, GeneratorLoss.IDENTITY);

    /// Measurements after which the weights are held.
    static final int ENOUGH = 32;

    private static final int BETWEEN = 4;
    private static final int SELDOM = 64;

    Balance {
        logs = new TreeMap<>(logs);
    }

    /// Whether to measure: often until it is enough, then seldom, to be seen.
    boolean due(long step) {
        return count == 0 || step % (enough() ? SELDOM : BETWEEN) == 0;
    }

    boolean enough() {
        return count >= ENOUGH;
    }

    /// With one more.
    ///
    /// @param gradients root mean squares by name
    Balance and(SortedMap<String, Double> gradients) {
        var sums = new TreeMap<>(logs);
        for (String name : NAMES) {
            double one = gradients.getOrDefault(name, 0.0);
            sums.merge(name, Math.log(Math.max(one, 1e-30)), Double::sum);
        }
        return new Balance(count + 1, sums);
    }

    /// Geometric means by name, of what has a gradient at all.
    SortedMap<String, Double> means() {
        var means = new TreeMap<String, Double>();
        logs.forEach(
                (name, sum) -> {
                    double mean = Math.exp(sum / count);
                    if (mean > 1e-20) {
                        means.put(name, mean);
                    }
                });
        return means;
    }

    /// For a checkpoint: the count, then the sums in the order of the names.
    double[] numbers() {
        double[] numbers = new double[1 + NAMES.size()];
        numbers[0] = count;
        for (int i = 0; i < NAMES.size(); i++) {
            numbers[1 + i] = logs.getOrDefault(NAMES.get(i), 0.0);
        }
        return numbers;
    }

    /// @param numbers of [#numbers]
    static Balance of(double[] numbers) {
        var logs = new TreeMap<String, Double>();
        for (int i = 0; i < NAMES.size() && numbers[0] > 0; i++) {
            logs.put(NAMES.get(i), numbers[1 + i]);
        }
        return new Balance((int) numbers[0], logs);
    }
}
