package revisage.lineup;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

import revisage.work.Dice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Lets [SimulatedPeople] take part in a study: entries as a kiosk would have kept them. The same
/// seed gives the same entries.
public final class Simulation {

    /// Where simulated people are said to have taken part.
    public static final String PLACE = "simulated";

    private static final long PEOPLE = 0x51;
    private static final long TARGETS = 0x7A;
    private static final double LOG_SPREAD = 0.45; // of answer times, as people have it

    private final LineupPlan plan;
    private final Forms forms;
    private final SimulatedPeople people;
    private final long seed;
    private final Map<String, LineupItem> items = new HashMap<>();
    private final Map<String, Double> targets = new HashMap<>();

    /// @param people with one accuracy for each of the plan's methods
    public Simulation(LineupPlan plan, SimulatedPeople people, long seed) {
        if (people.accuracy().size() != plan.methods().size()) {
            throw new IllegalArgumentException(
                    "%d accuracies for %d methods"
                            .formatted(people.accuracy().size(), plan.methods().size()));
        }
        this.plan = plan;
        this.forms = new Forms(plan);
        this.people = people;
        this.seed = seed;
        plan.items().forEach(item -> items.put(item.id(), item));
        UniformRandomProvider dice = dice(TARGETS);
        plan.targets().forEach(t -> targets.put(t, people.targetSpread() * between(dice)));
    }

    private UniformRandomProvider dice(long... name) {
        long[] all = LongStream.concat(LongStream.of(seed), LongStream.of(name)).toArray();
        return RandomSource.XO_RO_SHI_RO_128_PP.create(Dice.seed(all));
    }

    private static double between(UniformRandomProvider dice) {
        return 2 * dice.nextDouble() - 1;
    }

    /// Everything `count` participants leave behind.
    public List<Entry> run(int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            new One(i, entries).run();
        }
        return entries;
    }

    /// Scratch: one participant.
    private final class One {

        private final String code;
        private final int form;
        private final UniformRandomProvider dice;
        private final ZigguratSampler.NormalizedGaussian normal;
        private final double own;
        private final List<Entry> entries;
        private int position;

        One(int number, List<Entry> entries) {
            this.form = number;
            this.entries = entries;
            this.dice = dice(PEOPLE, number);
            this.normal = ZigguratSampler.NormalizedGaussian.of(dice);
            this.own = people.participantSpread() * between(dice);
            this.code = "S%04d-%s".formatted(number, ParticipantCode.draw(dice::nextLong));
        }

        void run() {
            String language = plan.languages().getFirst();
            for (var screen : forms.questionnaire(form, code, language).screens()) {
                entries.add(
                        switch (screen) {
                            case Questionnaire.Consent _ ->
                                    new Entry.Began(code, form, language, PLACE, Optional.empty());
                            case Questionnaire.AboutYou _ ->
                                    new Entry.About(
                                            code,
                                            Optional.of(any(AgeBand.values())),
                                            Optional.of(any(Gender.values())));
                            case Questionnaire.SameOrDifferent s -> judged(s);
                            case Questionnaire.WhoIsIt w -> answered(w);
                            case Questionnaire.Thanks _ -> new Entry.Finished(code);
                        });
            }
        }

        private <T> T any(T[] all) {
            return all[dice.nextInt(all.length)];
        }

        private long millis() {
            double seconds = people.seconds() * Math.exp(LOG_SPREAD * normal.sample());
            return Math.min(Entry.LONGEST, Math.max(1, Math.round(1000 * seconds)));
        }

        private Entry judged(Questionnaire.SameOrDifferent s) {
            boolean truth =
                    plan.ability().stream().anyMatch(p -> p.id().equals(s.question()) && p.same());
            double mean = people.accuracy().stream().mapToDouble(a -> a).average().orElseThrow();
            boolean knows = dice.nextDouble() < mean + own;
            return new Entry.Judged(
                    code, s.question(), ++position, knows ? truth : dice.nextBoolean(), millis());
        }

        private Entry answered(Questionnaire.WhoIsIt w) {
            LineupItem item = items.get(w.question());
            return item == null ? check(w) : question(w, item);
        }

        private Entry check(Questionnaire.WhoIsIt w) {
            boolean attentive = dice.nextDouble() < people.attention();
            List<String> right =
                    w.place()
                            .map(p -> p == 0 ? List.<String>of() : List.of(w.options().get(p - 1)))
                            .orElse(List.of(w.picture()));
            List<String> wrong =
                    w.options().stream().filter(o -> !right.contains(o)).limit(1).toList();
            return answer(w, attentive ? right : wrong, attentive);
        }

        private Entry question(Questionnaire.WhoIsIt w, LineupItem item) {
            int method =
                    IntStream.range(0, plan.methods().size())
                            .filter(m -> plan.methods().get(m).code().equals(item.method()))
                            .findFirst()
                            .orElseThrow();
            double accuracy =
                    people.accuracy().get(method) + own + targets.getOrDefault(item.target(), 0.0);
            boolean knows = dice.nextDouble() < accuracy;
            return answer(w, knows ? known(item) : guessed(w), knows);
        }

        private List<String> known(LineupItem item) {
            return item.options().stream()
                    .filter(LineupOption::right)
                    .limit(plan.severalChoices() ? Long.MAX_VALUE : 1)
                    .map(LineupOption::picture)
                    .toList();
        }

        private List<String> guessed(Questionnaire.WhoIsIt w) {
            return dice.nextDouble() < people.bias()
                    ? List.of(w.options().get(dice.nextInt(w.options().size())))
                    : List.of();
        }

        private Entry answer(Questionnaire.WhoIsIt w, List<String> picked, boolean knows) {
            List<String> choices = w.options().stream().filter(picked::contains).toList();
            long millis = millis();
            return new Entry.Answered(
                    code,
                    w.question(),
                    ++position,
                    w.options(),
                    choices,
                    choices.isEmpty() ? Entry.NONE : choices.getFirst(),
                    choices.isEmpty() ? Entry.NONE : choices.getLast(),
                    confidence(knows, !choices.isEmpty()),
                    Math.round(millis * (0.3 + 0.5 * dice.nextDouble())),
                    millis);
        }

        private int confidence(boolean knows, boolean picked) {
            boolean sure =
                    dice.nextDouble()
                            < (knows ? people.confidentKnowing() : people.confidentGuessing());
            ConfidenceScale scale = plan.confidence();
            List<Integer> steps =
                    scale.steps().stream()
                            .filter(s -> scale.confident(s) == sure)
                            .filter(
                                    s ->
                                            s == 0
                                                    || scale == ConfidenceScale.LIKERT
                                                    || s > 0 == picked)
                            .toList();
            return steps.get(dice.nextInt(steps.size()));
        }
    }
}
