package revisage.measure;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.ArrayList;
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

    /// Sums of counts below this are 0 but for rounding.
    static final double NOTHING = 1e-6;

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
        var both = new ArrayList<Pair>();
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

    /// How many different participants, 1 or more.
    public int participants() {
        return participants.length;
    }

    /// How many different targets, 1 or more.
    public int targets() {
        return targets.length;
    }

    /// A number that follows from sums over trials, so that leaving some out is a subtraction.
    public interface Statistic {

        /// How many sums there are, 1 or more.
        int sums();

        /// Adds what a trial adds to each of the sums.
        void add(int trial, double[] sums);

        /// @param sums of some trials; what is 0 may be off by rounding
        /// @return empty where so few trials do not say
        OptionalDouble of(double[] sums);
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
        double[] all = new double[statistic.sums()];
        for (int i = 0; i < trials; i++) {
            statistic.add(i, all);
        }
        OptionalDouble value = statistic.of(all);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double v = value.getAsDouble();
        OptionalDouble p = variance(participants, statistic, v, all);
        OptionalDouble t = variance(targets, statistic, v, all);
        OptionalDouble pt = variance(pairs, statistic, v, all);
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

    /// The mean of `x` over the trials that count.
    ///
    /// @param x one a trial
    /// @param of one a trial: 1 for those that count, 0 for the others, or a weight
    public static Statistic mean(double[] x, double[] of) {
        double[] values = x.clone();
        double[] weights = of.clone();
        return new Statistic() {
            @Override
            public int sums() {
                return 2;
            }

            @Override
            public void add(int trial, double[] sums) {
                sums[0] += weights[trial] * values[trial];
                sums[1] += weights[trial];
            }

            @Override
            public OptionalDouble of(double[] sums) {
                return sums[1] > NOTHING
                        ? OptionalDouble.of(sums[0] / sums[1])
                        : OptionalDouble.empty();
            }
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
            int[][] groups, Statistic statistic, double value, double[] all) {
        if (groups.length < 2) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double[] own = new double[all.length];
        for (int[] group : groups) {
            Arrays.fill(own, 0);
            for (int trial : group) {
                statistic.add(trial, own);
            }
            for (int i = 0; i < own.length; i++) {
                own[i] = all[i] - own[i];
            }
            OptionalDouble without = statistic.of(own);
            if (without.isEmpty()) {
                return OptionalDouble.empty();
            }
            double difference = without.getAsDouble() - value;
            sum += difference * difference;
        }
        return OptionalDouble.of(sum * (groups.length - 1) / groups.length);
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
