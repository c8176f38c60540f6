package revisage.measure;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Intervals of numbers over trials that share participants one way and targets the other way: what
/// holds for other participants **and** other targets.
///
/// Each participant with all of their trials is left out once, then each target, then each pair of
/// both; the three variances add up as `participants + targets - pairs`, and never to less than the
/// larger of the first two. The interval is Student's with one degree of freedom less than there
/// are participants or targets, whichever are fewer. Nothing is drawn, so nothing depends on a
/// seed. (A bootstrap that draws participants and targets at once counts the trials' own scatter
/// three times: Owen, The pigeonhole bootstrap, 2007.)
///
/// **Source** Cameron, Gelbach, Miller, Robust inference with multiway clustering, JBES 29 (2011);
/// the jackknife and the larger variance: MacKinnon, Nielsen, Webb, Jackknife inference with
/// two-way clustering (2024).
public final class CrossedClusters {

    private final int trials;
    private final int[][] participants;
    private final int[][] targets;
    private final int[][] pairs;

    /// @param participants who answered each trial, by any number; 1 trial or more
    /// @param targets whom each trial was about, by any number
    public CrossedClusters(List<Integer> participants, List<Integer> targets) {
        if (participants.isEmpty() || participants.size() != targets.size()) {
            throw new IllegalArgumentException(
                    "%d participants and %d targets of trials"
                            .formatted(participants.size(), targets.size()));
        }
        record Pair(int participant, int target) {}
        this.trials = participants.size();
        this.participants = groups(participants);
        this.targets = groups(targets);
        var both = new java.util.ArrayList<Pair>();
        for (int i = 0; i < trials; i++) {
            both.add(new Pair(participants.get(i), targets.get(i)));
        }
        this.pairs = groups(both);
    }

    private static int[][] groups(List<?> names) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] of = names.stream().mapToInt(n -> number(numbers, n)).toArray();
        int[] counts = new int[numbers.size()];
        for (int group : of) {
            counts[group]++;
        }
        int[][] groups = new int[counts.length][];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = new int[counts[g]];
        }
        for (int i = of.length - 1; i >= 0; i--) {
            groups[of[i]][--counts[of[i]]] = i;
        }
        return groups;
    }

    private static int number(Map<Object, Integer> numbers, Object name) {
        Integer known = numbers.putIfAbsent(name, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /// How many trials, 1 or more.
    public int trials() {
        return trials;
    }

    /// How many different participants, 1 or more.
    public int participants() {
        return participants.length;
    }

    /// How many different targets, 1 or more.
    public int targets() {
        return targets.length;
    }

    /// A number of weighted trials.
    @FunctionalInterface
    public interface Statistic {

        /// @param weights of the trials, 0 or 1; not to be kept
        /// @return empty where so few trials do not say
        OptionalDouble of(double[] weights);
    }

    /// On which scale an interval is symmetric.
    public enum Shape {
        /// Anything.
        PLAIN,

        /// 0..1: on the scale of log odds, so that the interval stays inside.
        SHARE,

        /// Above 0: on the scale of logarithms.
        POSITIVE
    }

    /// A number with its intervals. An interval is empty where there are too few participants or
    /// targets for one.
    ///
    /// @param error standard error for other participants and other targets
    /// @param participants for other participants, and the same targets
    /// @param targets for other targets, and the same participants
    /// @param both for other participants and other targets
    public record Estimate(
            double value,
            Optional<Double> error,
            Optional<Interval> participants,
            Optional<Interval> targets,
            Optional<Interval> both) {}

    /// @return empty if the trials do not say
    public Optional<Estimate> of(Shape shape, Statistic statistic) {
        double[] weights = new double[trials];
        Arrays.fill(weights, 1);
        OptionalDouble value = statistic.of(weights);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double v = value.getAsDouble();
        OptionalDouble p = variance(participants, statistic, v, weights);
        OptionalDouble t = variance(targets, statistic, v, weights);
        OptionalDouble pt = variance(pairs, statistic, v, weights);
        int fewer = Math.min(participants.length, targets.length);
        OptionalDouble both = together(p, t, pt);
        return Optional.of(
                new Estimate(
                        v,
                        both.isPresent()
                                ? Optional.of(Math.sqrt(both.getAsDouble()))
                                : Optional.empty(),
                        interval(shape, v, p, participants.length),
                        interval(shape, v, t, targets.length),
                        interval(shape, v, both, fewer)));
    }

    /// The mean of the trials with `of[i]` above 0 weighed by it: `sum(w x) / sum(w of)`.
    ///
    /// @param x one a trial
    /// @param of one a trial, 0 for trials that do not count; 1 for those that do
    public static Statistic ratio(double[] x, double[] of) {
        return weights -> {
            double above = 0;
            double below = 0;
            for (int i = 0; i < weights.length; i++) {
                above += weights[i] * of[i] * x[i];
                below += weights[i] * of[i];
            }
            return below > 0 ? OptionalDouble.of(above / below) : OptionalDouble.empty();
        };
    }

    private static OptionalDouble together(
            OptionalDouble p, OptionalDouble t, OptionalDouble pairs) {
        if (p.isEmpty() || t.isEmpty() || pairs.isEmpty()) {
            return OptionalDouble.empty();
        }
        double larger = Math.max(p.getAsDouble(), t.getAsDouble());
        return OptionalDouble.of(
                Math.max(p.getAsDouble() + t.getAsDouble() - pairs.getAsDouble(), larger));
    }

    /// The jackknife's variance; empty with fewer than two groups, or if one group decides all.
    private static OptionalDouble variance(
            int[][] groups, Statistic statistic, double value, double[] weights) {
        if (groups.length < 2) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int[] group : groups) {
            set(weights, group, 0);
            OptionalDouble without = statistic.of(weights);
            set(weights, group, 1);
            if (without.isEmpty()) {
                return OptionalDouble.empty();
            }
            double difference = without.getAsDouble() - value;
            sum += difference * difference;
        }
        return OptionalDouble.of(sum * (groups.length - 1) / groups.length);
    }

    private static void set(double[] weights, int[] group, double weight) {
        for (int i : group) {
            weights[i] = weight;
        }
    }

    private static Optional<Interval> interval(
            Shape shape, double value, OptionalDouble variance, int groups) {
        if (variance.isEmpty()) {
            return Optional.empty();
        }
        double far =
                Math.sqrt(variance.getAsDouble())
                        * TDistribution.of(groups - 1)
                                .inverseSurvivalProbability(Interval.ERROR_RATE / 2);
        return Optional.of(
                switch (shape) {
                    case PLAIN -> new Interval(value - far, value + far);
                    case POSITIVE ->
                            new Interval(
                                    value * Math.exp(-far / value), value * Math.exp(far / value));
                    case SHARE -> share(value, far, groups);
                });
    }

    /// Where less than one group separates the share from 0 or 1, widened to hold Wilson's for as
    /// many trials as groups: nobody knows of failures that were not seen.
    private static Interval share(double value, double far, int groups) {
        double spread = value * (1 - value);
        boolean edge = (1 - value) * groups < 1 || value * groups < 1;
        var wilson = Interval.wilson((int) Math.round(value * groups), groups).reaching(value);
        if (spread <= 0) {
            return wilson;
        }
        double logit = Math.log(value / (1 - value));
        var found =
                new Interval(odds(logit - far / spread), odds(logit + far / spread))
                        .reaching(value);
        return edge ? found.hull(wilson) : found;
    }

    private static double odds(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
