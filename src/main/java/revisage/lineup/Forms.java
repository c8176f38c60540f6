package revisage.lineup;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;
import org.apache.commons.rng.simple.RandomSource;

import revisage.work.Dice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Deals a plan's questions to participants: form 0, 1, 2 and so on without end.
///
/// Form `f` takes the targets from place `f * step` of the circle of all targets on, gives the
/// methods to them in turn, and leaves the target out of the first few of each method. `step` has
/// no divisor in common with the number of targets, so after [LineupPlan#cycle] forms each target
/// was seen equally often with each method, and equally often without the target in the options
/// where the share asks for a whole number of those. No form shows a target twice.
public final class Forms {

    private static final long ORDER = 0x0DE5;

    /// A question with its photos and the time for reading, in seconds: for telling how long it
    /// takes.
    private static final double SECONDS = 22;

    private final LineupPlan plan;
    private final String study;
    private final Map<Key, LineupItem> items = new HashMap<>();

    private record Key(String target, String method, boolean absent) {}

    /// @throws IllegalArgumentException if a question is missing that a form needs
    public Forms(LineupPlan plan) {
        this.plan = plan;
        this.study = plan.fingerprint();
        for (LineupItem item : plan.items()) {
            items.put(new Key(item.target(), item.method(), item.absent()), item);
        }
        for (int form = 0; form < plan.cycle(); form++) {
            deal(form);
        }
    }

    /// The questions of a form with their truth, before they are shuffled.
    public List<LineupItem> deal(int form) {
        int count = plan.questions();
        int all = plan.targets().size();
        int methods = plan.methods().size();
        long start = (long) form * step() % all;
        var dealt = new ArrayList<LineupItem>();
        for (int i = 0; i < count; i++) {
            String target = plan.targets().get((int) ((start + i) % all));
            int method = i % methods;
            dealt.add(item(target, method, i / methods < absent(form, method)));
        }
        return List.copyOf(dealt);
    }

    private LineupItem item(String target, int method, boolean absent) {
        String code = plan.methods().get(method).code();
        LineupItem present = items.get(new Key(target, code, false));
        LineupItem without = items.get(new Key(target, code, true));
        LineupItem found =
                switch (plan.options()) {
                    case CONTROLLED -> absent ? without : present;
                    case AS_MATCHED -> present == null ? without : present;
                };
        if (found == null) {
            throw new IllegalArgumentException(
                    "There is no question about target '%s' by method '%s'%s."
                            .formatted(target, code, absent ? " without the target" : ""));
        }
        return found;
    }

    /// How many questions of a method are without the target: in the long run exactly the share.
    private int absent(int form, int method) {
        double each = plan.absentShare() * plan.targetsPerMethod();
        double shift = (double) method / plan.methods().size() + 1e-9;
        return (int) (Math.floor(each * (form + 1) + shift) - Math.floor(each * form + shift));
    }

    /// Neighbouring forms overlap as little as they can.
    private int step() {
        int all = plan.targets().size();
        int step = plan.questions();
        while (greatestCommonDivisor(step, all) != 1) {
            step++;
        }
        return step;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /// What a participant with this form sees. The order depends on the plan and the form alone.
    ///
    /// @param form 0 or more
    /// @param language one of the plan's
    public Questionnaire questionnaire(int form, String participant, String language) {
        if (!plan.languages().contains(language)) {
            throw new IllegalArgumentException("the study is not in '" + language + "'");
        }
        UniformRandomProvider dice =
                RandomSource.XO_RO_SHI_RO_128_PP.create(Dice.seed(plan.seed(), ORDER, form));
        var screens = new ArrayList<Questionnaire.Screen>();
        screens.add(new Questionnaire.Consent(consent(language)));
        if (plan.aboutYou()) {
            screens.add(new Questionnaire.AboutYou());
        }
        for (AbilityPair pair : shuffled(plan.ability(), dice)) {
            boolean turned = dice.nextBoolean();
            screens.add(
                    new Questionnaire.SameOrDifferent(
                            pair.id(),
                            turned ? pair.right() : pair.left(),
                            turned ? pair.left() : pair.right()));
        }
        var questions = new ArrayList<Questionnaire.Screen>();
        for (LineupItem item : deal(form)) {
            var pictures = item.options().stream().map(LineupOption::picture).toList();
            questions.add(
                    new Questionnaire.WhoIsIt(
                            item.id(), item.picture(), shuffled(pictures, dice), Optional.empty()));
        }
        List<Questionnaire.Screen> order = shuffled(questions, dice);
        screens.addAll(withChecks(order, dice));
        screens.add(new Questionnaire.Thanks());
        return new Questionnaire(study, form, participant, language, screens);
    }

    /// Checks stand in the middle of equal stretches, never first, in any order.
    private List<Questionnaire.Screen> withChecks(
            List<Questionnaire.Screen> questions, UniformRandomProvider dice) {
        var all = new ArrayList<>(questions);
        List<AttentionCheck> checks = shuffled(plan.checks(), dice);
        for (int c = checks.size() - 1; c >= 0; c--) {
            AttentionCheck check = checks.get(c);
            int stretch = Math.max(1, questions.size() / checks.size());
            int at = Math.min(questions.size(), c * stretch + 1 + dice.nextInt(stretch));
            all.add(
                    at,
                    new Questionnaire.WhoIsIt(
                            check.id(),
                            check.picture(),
                            shuffled(check.options(), dice),
                            switch (check.kind()) {
                                case IDENTICAL -> Optional.empty();
                                case INSTRUCTED -> Optional.of(check.place());
                            }));
        }
        return all;
    }

    private String consent(String language) {
        String own = plan.consent().get(language);
        return own == null ? LineupWords.of(language).get("consent.text", minutes()) : own;
    }

    /// How long a participant takes, about.
    public int minutes() {
        int screens = plan.questions() + plan.checks().size() + plan.ability().size() / 2;
        return (int) Math.ceil(screens * SECONDS / 60) + 1;
    }

    /// The smallest form of a machine that nobody has: machine `m` of `n` gives out forms `m`, `m +
    /// n`, `m + 2 n` and so on, so several machines together stay balanced.
    ///
    /// @param machine 0..`machines - 1`
    /// @param taken forms that are given out already
    public static int free(int machine, int machines, Set<Integer> taken) {
        if (machine < 0 || machine >= machines) {
            throw new IllegalArgumentException("machine %d of %d".formatted(machine, machines));
        }
        int form = machine;
        while (taken.contains(form)) {
            form += machines;
        }
        return form;
    }

    private static <T> List<T> shuffled(List<T> list, UniformRandomProvider dice) {
        var copy = new ArrayList<>(list);
        ListSampler.shuffle(dice, copy);
        return copy;
    }
}
