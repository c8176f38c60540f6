package revisage.study;

import revisage.match.Candidate;
import revisage.match.Ranking;
import revisage.match.Scale;
import revisage.measure.BlindGuess;
import revisage.measure.ClusteredBootstrap;
import revisage.measure.Counting;
import revisage.measure.FalseMatches;
import revisage.measure.Interval;
import revisage.study.SystemGround.Looked;
import revisage.study.SystemGround.Shown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Counts what a system found: rates for each K, rates over the threshold, whom it shows wrongly.
final class SystemCounting {

    private static final int STEPS = 100;
    private static final int MAGNETS = 10;

    private final SystemGround ground;
    private final SystemPlan plan;
    private final SystemSources sources;
    private final Map<String, Long> photosOf;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    SystemCounting(SystemGround ground, SystemPlan plan) {
        this.ground = ground;
        this.plan = plan;
        this.sources = new SystemSources(ground);
        this.photosOf =
                ground.gallery().stream()
                        .collect(Collectors.groupingBy(Shown::person, Collectors.counting()));
        ground.gallery().forEach(s -> numbers.putIfAbsent(s.person(), numbers.size()));
    }

    /// What one counted probe was answered.
    ///
    /// @param candidates that count, best first
    /// @param all gallery pictures that count
    /// @param own of these, of the probe's person
    private record Outcome(String person, List<Candidate> candidates, int all, int own) {

        /// What the K best that reach the threshold say: 0 the right person, 1 only others, 2
        /// nobody.
        int verdict(int k, double bar) {
            int shown = 0;
            for (Candidate c : candidates.subList(0, Math.min(k, candidates.size()))) {
                if (c.score().value() < bar) {
                    break;
                }
                if (c.person().equals(person)) {
                    return 0;
                }
                shown++;
            }
            return shown > 0 ? 1 : 2;
        }
    }

    /// @param threshold on the system's scale
    /// @return empty if no probe can be counted
    Optional<SystemReport.Line> count(
            String system, Scale scale, OptionalDouble threshold, SystemMatching.Found found) {
        var counted = new ArrayList<Outcome>();
        int strangers = 0;
        int without = 0;
        for (int p = 0; p < found.rankings().size(); p++) {
            Shown probe = found.set().probes().get(p);
            Set<String> left = leftOut(found.set(), probe);
            long own =
                    photosOf.getOrDefault(probe.person(), 0L)
                            - ground.gallery().stream()
                                    .filter(s -> left.contains(s.id()))
                                    .filter(s -> s.person().equals(probe.person()))
                                    .count();
            if (!photosOf.containsKey(probe.person())) {
                strangers++;
            } else if (own <= 0) {
                without++;
            } else {
                var shown = counted(found.rankings().get(p), left);
                int all = ground.gallery().size() - left.size();
                counted.add(new Outcome(probe.person(), shown, all, (int) own));
            }
        }
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        double bar = threshold.orElse(Double.NEGATIVE_INFINITY);
        return Optional.of(
                new SystemReport.Line(
                        system,
                        found.set().method(),
                        counted.size(),
                        strangers,
                        without,
                        (int) counted.stream().filter(o -> o.candidates().isEmpty()).count(),
                        cells(counted, bar),
                        thresholds(counted, scale),
                        falseMatches(counted, bar)));
    }

    /// Ids of the enrolled pictures that do not count for a probe.
    private Set<String> leftOut(Looked set, Shown probe) {
        return switch (plan.rule()) {
            case TYPE_I -> Set.of();
            case TYPE_II ->
                    sources.of(set, probe).alike().stream()
                            .map(row -> ground.gallery().get(row).id())
                            .collect(Collectors.toSet());
        };
    }

    private static List<Candidate> counted(Ranking ranking, Set<String> left) {
        return ranking.candidates().stream().filter(c -> !left.contains(c.id())).toList();
    }

    /// The candidates that count for a probe, as many as the largest K.
    List<Candidate> shown(SystemMatching.Found found, int probe) {
        var left = leftOut(found.set(), found.set().probes().get(probe));
        return counted(found.rankings().get(probe), left).stream()
                .limit(plan.ks().getLast())
                .toList();
    }

    private List<SystemReport.Cell> cells(List<Outcome> counted, double bar) {
        var people = new HashMap<String, Integer>();
        var bootstrap =
                new ClusteredBootstrap(
                        counted.stream()
                                .map(o -> people.computeIfAbsent(o.person(), _ -> people.size()))
                                .toList(),
                        plan.seed());
        var cells = new ArrayList<SystemReport.Cell>();
        for (int k : plan.ks()) {
            var rows = new ArrayList<double[]>();
            for (int verdict = 0; verdict < 3; verdict++) {
                int wanted = verdict;
                rows.add(
                        counted.stream()
                                .mapToDouble(o -> o.verdict(k, bar) == wanted ? 1 : 0)
                                .toArray());
            }
            List<Interval> intervals = bootstrap.shares(rows);
            List<SystemReport.Rate> rates =
                    IntStream.range(0, 3)
                            .mapToObj(i -> rate(rows.get(i), intervals.get(i)))
                            .toList();
            double chance =
                    counted.stream()
                            .mapToDouble(o -> BlindGuess.pictures(k, o.all(), o.own()))
                            .average()
                            .orElseThrow();
            cells.add(new SystemReport.Cell(k, rates.get(0), rates.get(1), rates.get(2), chance));
        }
        return cells;
    }

    private static SystemReport.Rate rate(double[] row, Interval interval) {
        double mean = IntStream.range(0, row.length).mapToDouble(i -> row[i]).sum() / row.length;
        return new SystemReport.Rate(mean, interval.low(), interval.high());
    }

    private List<SystemReport.AtThreshold> thresholds(List<Outcome> counted, Scale scale) {
        int k = plan.ks().getLast();
        double n = counted.size();
        var rates = new ArrayList<SystemReport.AtThreshold>();
        for (int step = 0; step <= STEPS; step++) {
            double bar = scale.lowest() + (scale.highest() - scale.lowest()) * step / STEPS;
            int[] count = new int[3];
            counted.forEach(o -> count[o.verdict(k, bar)]++);
            rates.add(new SystemReport.AtThreshold(bar, count[0] / n, count[1] / n, count[2] / n));
        }
        return rates;
    }

    /// One false match for each probe whose answer shows other people only: the person shown first.
    private List<SweepLine.Repeated> falseMatches(List<Outcome> counted, double bar) {
        List<String> people = List.copyOf(numbers.keySet());
        var all = new ArrayList<SweepLine.Repeated>();
        for (int k : plan.ks()) {
            List<List<Integer>> shown =
                    counted.stream()
                            .filter(o -> o.verdict(k, bar) == 1)
                            .map(o -> o.candidates().getFirst().person())
                            .map(p -> List.of(Optional.ofNullable(numbers.get(p)).orElseThrow()))
                            .toList();
            FalseMatches.of(shown)
                    .map(
                            f ->
                                    new SweepLine.Repeated(
                                            Counting.PICTURES,
                                            k,
                                            f.total(),
                                            f.repeatedShare(),
                                            f.topShare(),
                                            f.evenness(),
                                            f.magnets().stream()
                                                    .limit(MAGNETS)
                                                    .map(
                                                            m ->
                                                                    new SweepLine.Magnet(
                                                                            people.get(m.person()),
                                                                            m.probes()))
                                                    .toList()))
                    .ifPresent(all::add);
        }
        return all;
    }
}
