package revisage.train;

import revisage.work.Kept;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Named losses since the last line of the log, and how long the network computed. Part of the
/// checkpoint, so that the curve goes on where it was cut.
final class LossTally {

    private static final String NAMES = "tally.names";
    private static final String NUMBERS = "tally";

    private final TreeMap<String, double[]> sums = new TreeMap<>();
    private SortedMap<String, Double> last = Collections.emptySortedMap();
    private double seconds;
    private double lineSeconds;
    private double runSeconds;
    private double loopSeconds;

    /// @param state a checkpoint
    static LossTally of(Kept state) {
        var tally = new LossTally();
        double[] numbers = state.doubles(NUMBERS);
        tally.seconds = numbers[0];
        int at = 1;
        for (String name : state.text(NAMES).lines().toList()) {
            tally.sums.put(name, new double[] {numbers[at], numbers[at + 1]});
            at += 2;
        }
        return tally;
    }

    Kept addTo(Kept state) {
        double[] numbers = new double[1 + 2 * sums.size()];
        numbers[0] = seconds;
        int at = 1;
        for (double[] sum : sums.values()) {
            numbers[at++] = sum[0];
            numbers[at++] = sum[1];
        }
        return state.with(NUMBERS, numbers).with(NAMES, String.join("\n", sums.keySet()));
    }

    void add(ReconstructorTrainee.Losses losses, double took) {
        losses.values()
                .forEach(
                        (name, value) -> {
                            double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
                            sum[0] += value;
                            sum[1]++;
                        });
        seconds += took;
        lineSeconds += took;
        runSeconds += took;
    }

    /// Means by name; after a line of nothing, those before.
    SortedMap<String, Double> means() {
        if (sums.isEmpty()) {
            return last;
        }
        var means = new TreeMap<String, Double>();
        sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
        return means;
    }

    /// Seconds of computing, all runs together.
    double seconds() {
        return seconds;
    }

    /// Seconds of computing since the last line of this run.
    double lineSeconds() {
        return lineSeconds;
    }

    /// Share of this run's loop in which the network computed, 0..1; 1 where nothing ran.
    double bare() {
        return loopSeconds == 0 ? 1 : Math.min(1, runSeconds / loopSeconds);
    }

    /// Seconds of this run's loop.
    double loopSeconds() {
        return loopSeconds;
    }

    /// @param took seconds since the last line
    void clear(double took) {
        loopSeconds += took;
        last = means();
        sums.clear();
        lineSeconds = 0;
    }
}
