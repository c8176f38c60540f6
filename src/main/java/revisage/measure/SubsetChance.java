package revisage.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The exact chance that the right person stays in a top-k answer when the gallery is a random
/// subset of its people that holds the right one: no resampling, no noise.
///
/// Everything is worked out for all k and all numbers of people at once, because the costly part
/// (the ways to draw people who push the right one down) does not depend on either. Safe to ask
/// from several threads.
final class SubsetChance {

    private final int others; // people in the whole gallery but the right one
    private final List<Integer> ks;
    private final List<Integer> ns;
    private final LogFactorials log;
    private final Map<Integer, double[][]> known = new ConcurrentHashMap<>();

    /// @param people in the whole gallery
    /// @param ks rising
    /// @param ns 1..`people`
    SubsetChance(int people, List<Integer> ks, List<Integer> ns) {
        this.others = people - 1;
        this.ks = ks;
        this.ns = ns;
        this.log = new LogFactorials(people);
    }

    /// `(ns, ks)`: chances that at most `k - 1` of the `ahead` people are drawn (hypergeometric).
    double[][] people(int ahead) {
        return known.computeIfAbsent(ahead, this::countPeople);
    }

    private double[][] countPeople(int ahead) {
        int most = Math.min(ahead, ks.getLast() - 1); // who can be drawn before the answer is full
        var chances = new double[ns.size()][ks.size()];
        for (int n = 0; n < ns.size(); n++) {
            int drawn = ns.get(n) - 1;
            double sum = 0;
            int taken = 0;
            for (int k = 0; k < ks.size(); k++) {
                for (; taken < Math.min(ks.get(k), most + 1); taken++) {
                    sum +=
                            Math.exp(
                                    log.choose(ahead, taken)
                                            + log.choose(others - ahead, drawn - taken)
                                            - log.choose(others, drawn));
                }
                chances[n][k] = certain(drawn, ahead, ks.get(k)).orElse(Math.min(1, sum));
            }
        }
        return chances;
    }

    /// `(ns, ks)`: chances that the drawn people bring at most `k - 1` pictures ahead.
    ///
    /// @param counts pictures ahead, for each person ahead, 1 or more each
    double[][] pictures(int[] counts) {
        int longest = ks.getLast();
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        if (all == counts.length) {
            return people(counts.length);
        }
        double scale = Math.min(1, longest / (2.0 * counts.length)); // keeps all terms in range
        double[][] ways = ways(counts, longest, scale);
        var chances = new double[ns.size()][ks.size()];
        for (int n = 0; n < ns.size(); n++) {
            double[] weight = weights(ns.get(n) - 1, counts.length, longest, scale);
            double sum = 0;
            int taken = 0;
            for (int k = 0; k < ks.size(); k++) {
                for (; taken < ks.get(k); taken++) {
                    for (int a = 0; a <= taken; a++) {
                        sum += ways[taken][a] * weight[a];
                    }
                }
                chances[n][k] = certain(ns.get(n) - 1, all, ks.get(k)).orElse(Math.min(1, sum));
            }
        }
        return chances;
    }

    /// `(s, a)`: ways to choose `a` of the people ahead who bring `s` pictures together, times
    /// `scale^a`. Who brings `longest` or more can never be drawn, so is in no way.
    private static double[][] ways(int[] counts, int longest, double scale) {
        int[] people = new int[longest]; // how many people bring 1, 2 .. pictures
        for (int count : counts) {
            if (count < longest) {
                people[count]++;
            }
        }
        double[][] ways = new double[longest][longest];
        ways[0][0] = 1;
        for (int each = longest - 1; each >= 1; each--) { // the sparse ones first
            if (people[each] > 0) {
                bring(ways, each, people[each], scale);
            }
        }
        return ways;
    }

    /// Adds `people` persons who bring `each` pictures, in place: from many pictures to few.
    private static void bring(double[][] ways, int each, int people, double scale) {
        for (int s = ways.length - 1; s >= each; s--) {
            double chosen = 1; // C(people, c) * scale^c
            for (int c = 1; c <= Math.min(people, s / each); c++) {
                chosen *= scale * (people - c + 1) / c;
                double[] before = ways[s - c * each];
                for (int a = 0; a <= s - c * each; a++) {
                    ways[s][a + c] += before[a] * chosen;
                }
            }
        }
    }

    /// For each `a`: the chance to draw `a` given people ahead and no other of them, over
    /// `scale^a`.
    private double[] weights(int drawn, int ahead, int longest, double scale) {
        double[] weights = new double[longest];
        for (int a = 0; a < longest; a++) {
            weights[a] =
                    Math.exp(
                            log.choose(others - ahead, drawn - a)
                                    - log.choose(others, drawn)
                                    - a * Math.log(scale));
        }
        return weights;
    }

    /// The chance to draw none of `some` people, for each of the `ns`.
    double[] nobody(int some) {
        double[] chances = new double[ns.size()];
        for (int n = 0; n < chances.length; n++) {
            int drawn = ns.get(n) - 1;
            chances[n] =
                    certain(drawn, some, 1)
                            .orElse(
                                    Math.exp(
                                            log.choose(others - some, drawn)
                                                    - log.choose(others, drawn)));
        }
        return chances;
    }

    /// Exactly 0 or 1 where nothing is left to chance, so that whole galleries give whole numbers.
    private Optional<Double> certain(int drawn, long ahead, int k) {
        if (ahead < k) {
            return Optional.of(1.0);
        }
        return drawn == others ? Optional.of(0.0) : Optional.empty();
    }
}
