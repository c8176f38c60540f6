package revisage.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whom a matcher shows in place of the right people: do all misses land on the same few?
///
/// The seed study's Table II gives the share of "non-unique false positives (i.e. same class)",
/// which can be read in two ways; both are here.
///
/// @param total false matches, 1 or more
/// @param magnets all people who attract one or more, most first; equals by number of the person
public record FalseMatches(int total, List<Magnet> magnets) {

    /// @param person who is shown wrongly
    /// @param probes how many different probes show them, 1 or more
    public record Magnet(int person, int probes) {}

    public FalseMatches {
        magnets = List.copyOf(magnets);
        if (magnets.isEmpty() || total != magnets.stream().mapToInt(Magnet::probes).sum()) {
            throw new IllegalArgumentException("the magnets do not add up to " + total);
        }
    }

    /// One false match for every probe whose answer in the whole gallery shows other people only:
    /// the person ranked first.
    ///
    /// @return empty if there is no false match
    public static Optional<FalseMatches> first(
            Standings standings, int k, Counting counting, OptionalDouble threshold) {
        double bar = threshold.orElse(Double.NEGATIVE_INFINITY);
        var shown = new ArrayList<List<Integer>>();
        for (Standing probe : standings.probes()) {
            boolean hit = probe.score() >= bar && probe.rank(counting) <= k;
            if (!hit && probe.aheadReaching(bar) > 0) {
                shown.add(probe.wrongPeople(1));
            }
        }
        return of(shown);
    }

    /// @param shown the wrong people of each false answer, each person once
    /// @return empty if nobody was shown
    public static Optional<FalseMatches> of(List<List<Integer>> shown) {
        var probes = new HashMap<Integer, Integer>();
        shown.forEach(answer -> answer.forEach(p -> probes.merge(p, 1, Integer::sum)));
        if (probes.isEmpty()) {
            return Optional.empty();
        }
        var magnets =
                probes.entrySet().stream()
                        .map(e -> new Magnet(e.getKey(), e.getValue()))
                        .sorted(
                                Comparator.comparingInt(Magnet::probes)
                                        .reversed()
                                        .thenComparingInt(Magnet::person))
                        .toList();
        int total = magnets.stream().mapToInt(Magnet::probes).sum();
        return Optional.of(new FalseMatches(total, magnets));
    }

    /// Table II, first reading: share of false matches on people who attract two or more, 0..1.
    public double repeatedShare() {
        int repeated = magnets.stream().mapToInt(Magnet::probes).filter(probes -> probes > 1).sum();
        return (double) repeated / total;
    }

    /// Table II, second reading: share of false matches on the one person who attracts most, 0..1.
    public double topShare() {
        return (double) magnets.getFirst().probes() / total;
    }

    /// Evenness of the false matches: 1 if each is on another person, 0 if all are on one. Shannon
    /// entropy over that of `total` different people.
    public double evenness() {
        if (total == 1) {
            return 1;
        }
        double entropy = 0;
        for (Magnet magnet : magnets) {
            double share = (double) magnet.probes() / total;
            entropy -= share * Math.log(share);
        }
        return Math.clamp(entropy / Math.log(total), 0, 1);
    }
}
