package revisage.lineup.analysis;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

import revisage.lineup.Entry;
import revisage.measure.CrossedClusters;
import revisage.work.Dice;
import revisage.work.Work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What several judges of the same question reach together.
///
/// Each gives a vote, weighed by how sure they are, shared among their picks or given to `none of
/// them`; the photo with the most votes is the answer, equals share it.
///
/// **Source** White, Dunn, Schmid, Kemp, Error rates in users of automatic face recognition
/// software (2015), and Jeckeln et al., Wisdom of the social versus non-social crowd (2018), for
/// the gain; the rule is ours.
final class FusedJudges {

    private static final int DRAWS = 100;
    private static final List<Integer> JUDGES = List.of(1, 2, 3, 5, 10, 20);

    private final Map<String, List<Trial>> byQuestion;
    private final long seed;

    /// @param trials all of one method; those without the target are passed over
    FusedJudges(List<Trial> trials, long seed) {
        this.byQuestion =
                trials.stream()
                        .filter(t -> !t.item().absent())
                        .collect(
                                Collectors.groupingBy(
                                        t -> t.item().id(), TreeMap::new, Collectors.toList()));
        this.seed = seed;
    }

    List<LineupReport.Fused> all() throws InterruptedException {
        var all = new ArrayList<LineupReport.Fused>();
        for (int judges : JUDGES) {
            Work.pausePoint();
            int wanted = judges;
            List<List<Trial>> questions =
                    byQuestion.values().stream().filter(q -> q.size() >= wanted).toList();
            if (!questions.isEmpty()) {
                all.add(fused(judges, questions));
            }
        }
        return all;
    }

    private LineupReport.Fused fused(int judges, List<List<Trial>> questions) {
        double[] right = new double[questions.size()];
        double[] every = new double[right.length];
        var numbers = new ArrayList<Integer>();
        for (int q = 0; q < right.length; q++) {
            right[q] = right(judges, questions.get(q));
            every[q] = 1;
            numbers.add(q);
        }
        var mean =
                new CrossedClusters(numbers, numbers)
                        .of(CrossedClusters.Shape.SHARE, CrossedClusters.mean(right, every))
                        .orElseThrow();
        return new LineupReport.Fused(judges, right.length, mean.value(), mean.both());
    }

    private double right(int judges, List<Trial> question) {
        UniformRandomProvider dice =
                RandomSource.XO_RO_SHI_RO_128_PP.create(
                        Dice.seed(seed, Dice.of(question.getFirst().item().id()), judges));
        var order = new ArrayList<>(question);
        if (judges == 1) {
            return order.stream().mapToDouble(t -> right(List.of(t))).average().orElseThrow();
        }
        double sum = 0;
        int draws = judges == order.size() ? 1 : DRAWS; // all of them are drawn in one way only
        for (int draw = 0; draw < draws; draw++) {
            ListSampler.shuffle(dice, order);
            sum += right(order.subList(0, judges));
        }
        return sum / draws;
    }

    /// @return 0..1: the right photos' share of those with the most votes
    static double right(List<Trial> judges) {
        Map<String, Double> votes = new HashMap<>();
        for (Trial trial : judges) {
            double weight = Math.max(trial.strength(), 0.5); // who cannot tell still has a voice
            if (!trial.picked()) {
                votes.merge(Entry.NONE, weight, Double::sum);
            }
            for (String choice : trial.choices()) {
                votes.merge(choice, weight / trial.choices().size(), Double::sum);
            }
        }
        double most = Collections.max(votes.values()) - 1e-9;
        List<String> winners =
                votes.entrySet().stream()
                        .filter(v -> v.getValue() >= most)
                        .map(Map.Entry::getKey)
                        .toList();
        long right =
                judges.getFirst().item().options().stream()
                        .filter(o -> o.right() && winners.contains(o.picture()))
                        .count();
        return (double) right / winners.size();
    }
}
