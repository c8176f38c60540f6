package revisage.measure;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/// What guessing without looking would reach. Drawn beside every curve.
public final class BlindGuess {

    private static final int DRAWS = 64;

    private BlindGuess() {}

    /// Chance that `k` people drawn blindly hold the right one: `k / people`, at most 1.
    ///
    /// @param k 1 or more
    /// @param people 1 or more
    public static double people(int k, int people) {
        require(k >= 1 && people >= 1, k, people);
        return Math.min(1, (double) k / people);
    }

    /// Chance that `k` pictures drawn blindly hold one of the person's: `1 - C(all - own, k) /
    /// C(all, k)`.
    ///
    /// @param k length of the answer, 1 or more; longer than the gallery takes all of it
    /// @param all pictures in the gallery, the person's included
    /// @param own pictures of the person, 1..`all`
    /// @return 0..1
    public static double pictures(int k, long all, int own) {
        require(k >= 1 && own >= 1 && own <= all, k, own);
        // C(all - own, k) / C(all, k) is also C(all - k, own) / C(all, own): take the shorter one
        long few = Math.min(k, own);
        long many = Math.max(k, own);
        double miss = 1;
        for (int i = 0; i < few; i++) {
            miss *= Math.max(0, (double) (all - many - i) / (all - i));
        }
        return 1 - miss;
    }

    /// Chances for random subsets of a gallery's people, averaged over probes. Exact for the whole
    /// gallery and where all people have as many pictures; else the mean over 64 subsets.
    ///
    /// @param probes 1 or more, of one roster
    /// @return `(ns, ks)`, 0..1
    static double[][] pictures(Grid grid, List<Standing> probes) {
        Roster roster = probes.getFirst().roster();
        var kinds = new LinkedHashMap<Kind, Integer>();
        for (Standing probe : probes) {
            int enrolled = roster.picturesOf(probe.person());
            kinds.merge(new Kind(probe.ownPictures(), enrolled), 1, Integer::sum);
        }
        var persons = new HashMap<Integer, Integer>(); // of the same kind, any will do
        probes.forEach(p -> persons.put(roster.picturesOf(p.person()), p.person()));
        var chances = new double[grid.ns().size()][grid.ks().size()];
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(grid.seed());
        for (int draw = 0; draw < DRAWS; draw++) {
            var subset = Subset.draw(roster, random);
            kinds.forEach(
                    (kind, count) -> {
                        double share = (double) count / probes.size() / DRAWS;
                        int person = persons.getOrDefault(kind.enrolled, 0);
                        for (int n = 0; n < chances.length; n++) {
                            long all = kind.own + subset.others(grid.ns().get(n) - 1, person, kind);
                            for (int k = 0; k < chances[n].length; k++) {
                                chances[n][k] += share * pictures(grid.ks().get(k), all, kind.own);
                            }
                        }
                    });
        }
        return chances;
    }

    /// Probes alike: so many pictures count, so many are enrolled.
    private record Kind(int own, int enrolled) {}

    /// People in a random order: the first `n` are a random subset, for every `n` at once.
    ///
    /// @param place of each person, from 0 on
    /// @param pictures of the first 0, 1 .. people together
    @SuppressWarnings("ArrayRecordComponent") // scratch: never compared, never leaves
    private record Subset(int[] place, long[] pictures) {

        static Subset draw(Roster roster, UniformRandomProvider random) {
            int[] order = PermutationSampler.natural(roster.people());
            PermutationSampler.shuffle(random, order);
            int[] place = new int[order.length];
            long[] pictures = new long[order.length + 1];
            for (int i = 0; i < order.length; i++) {
                place[order[i]] = i;
                pictures[i + 1] = pictures[i] + roster.picturesOf(order[i]);
            }
            return new Subset(place, pictures);
        }

        /// Pictures of the first `count` people, `person` skipped.
        long others(int count, int person, Kind kind) {
            return place[person] < count ? pictures[count + 1] - kind.enrolled : pictures[count];
        }
    }

    private static void require(boolean ok, long k, long of) {
        if (!ok) {
            throw new IllegalArgumentException("k %d of %d".formatted(k, of));
        }
    }
}
