package revisage.lineup.analysis;

import revisage.measure.AreaUnderCurve;
import revisage.measure.CrossedClusters;
import revisage.measure.CrossedClusters.Estimate;
import revisage.measure.CrossedClusters.Shape;
import revisage.measure.CrossedClusters.Statistic;
import revisage.measure.Detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Numbers of some trials, with intervals over their participants and targets.
final class TrialNumbers {

    private final List<Trial> trials;
    private final CrossedClusters clusters;

    /// @param trials 1 or more
    TrialNumbers(List<Trial> trials) {
        this.trials = List.copyOf(trials);
        this.clusters =
                new CrossedClusters(numbers(Trial::participant), numbers(t -> t.item().target()));
    }

    private List<Integer> numbers(Function<Trial, String> name) {
        Map<String, Integer> numbers = new HashMap<>();
        var all = new ArrayList<Integer>();
        for (Trial trial : trials) {
            numbers.putIfAbsent(name.apply(trial), numbers.size());
            all.add(numbers.getOrDefault(name.apply(trial), 0));
        }
        return all;
    }

    private double[] array(ToDoubleFunction<Trial> value) {
        return trials.stream().mapToDouble(value).toArray();
    }

    private double[] flags(Predicate<Trial> of) {
        return array(t -> of.test(t) ? 1 : 0);
    }

    int participants() {
        return clusters.participants();
    }

    int targets() {
        return clusters.targets();
    }

    /// Mean of a 0..1 value over some of the trials; empty if there are none.
    Optional<Estimate> share(ToDoubleFunction<Trial> value, Predicate<Trial> of) {
        List<Trial> chosen = trials.stream().filter(of).toList();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        var some = new TrialNumbers(chosen); // people and targets without a trial are no groups
        return some.clusters.of(
                Shape.SHARE, CrossedClusters.mean(some.array(value), some.flags(_ -> true)));
    }

    /// Geometric mean of a value above 0.
    Optional<Estimate> geometric(ToDoubleFunction<Trial> value) {
        double[] logs = array(t -> Math.log(value.applyAsDouble(t)));
        return clusters.of(
                Shape.POSITIVE,
                statistic(
                        List.of(logs, flags(_ -> true)),
                        s -> OptionalDouble.of(Math.exp(s[0] / s[1]))));
    }

    /// `(found - chance) / (1 - chance)` over the trials where the target was there.
    Optional<Estimate> lift() {
        return clusters.of(
                Shape.PLAIN,
                statistic(
                        List.of(
                                flags(t -> there(t) && t.correct()),
                                array(t -> there(t) ? t.chance() : 0),
                                flags(TrialNumbers::there)),
                        s ->
                                some(s[2] - s[1])
                                        ? OptionalDouble.of((s[0] - s[1]) / (s[2] - s[1]))
                                        : OptionalDouble.empty()));
    }

    /// A number of telling trials with the target from those without; empty without both.
    Optional<Estimate> detection(ToDoubleFunction<Detection> number) {
        return clusters.of(
                Shape.PLAIN,
                statistic(
                        List.of(
                                flags(t -> there(t) && t.picked()),
                                flags(TrialNumbers::there),
                                flags(t -> !there(t) && t.picked()),
                                flags(t -> !there(t))),
                        s ->
                                some(s[1]) && some(s[3])
                                        ? OptionalDouble.of(
                                                number.applyAsDouble(
                                                        Detection.of(s[0], s[1], s[2], s[3])))
                                        : OptionalDouble.empty()));
    }

    /// How well confidence tells correct answers from others.
    Optional<Estimate> area() {
        boolean[] correct = new boolean[trials.size()];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = trials.get(i).correct();
        }
        return clusters.of(Shape.SHARE, new AreaUnderCurve(array(Trial::strength), correct));
    }

    /// `first`'s share of found less `second`'s, over the trials where the target was there.
    Optional<Estimate> difference(String first, String second) {
        Predicate<Trial> one = t -> there(t) && t.item().method().equals(first);
        Predicate<Trial> other = t -> there(t) && t.item().method().equals(second);
        return clusters.of(
                Shape.PLAIN,
                statistic(
                        List.of(
                                flags(t -> one.test(t) && t.correct()),
                                flags(one),
                                flags(t -> other.test(t) && t.correct()),
                                flags(other)),
                        s ->
                                some(s[1]) && some(s[3])
                                        ? OptionalDouble.of(s[0] / s[1] - s[2] / s[3])
                                        : OptionalDouble.empty()));
    }

    private static boolean there(Trial trial) {
        return !trial.item().absent();
    }

    /// Not 0 but for rounding: sums of counts.
    private static boolean some(double sum) {
        return sum > 1e-6;
    }

    /// @param columns one value a trial in each
    private static Statistic statistic(
            List<double[]> columns, Function<double[], OptionalDouble> number) {
        return new Statistic() {
            @Override
            public int sums() {
                return columns.size();
            }

            @Override
            public void add(int trial, double[] sums) {
                for (int c = 0; c < sums.length; c++) {
                    sums[c] += columns.get(c)[trial];
                }
            }

            @Override
            public OptionalDouble of(double[] sums) {
                return number.apply(sums);
            }
        };
    }
}
