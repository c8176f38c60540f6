package revisage.lineup.design;

import org.apache.commons.statistics.distribution.TDistribution;

import revisage.lineup.LineupPlan;

/// What a study can see, before anybody is asked: the smallest difference that it would find in
/// four of five studies, at 95 %.
///
/// The standard error is that of crossed participants and targets: `sqrt(sp^2 / P + st^2 / T + p (1
/// - p) / n)`, with people scattering by `sp` = 0.1 and targets by `st` = 0.2 around a share of one
///   half, where it is largest.
///
/// **Source** Westfall, Kenny, Judd, Statistical power and optimal design in experiments in which
/// samples of participants respond to samples of stimuli, J. Exp. Psych. General 143 (2014).
///
/// @param participants who answer
/// @param targets different ones each method is judged on
/// @param answers with the target, a method
/// @param fromChance smallest difference of a method from chance, 0..1 or more
/// @param betweenMethods smallest difference of two methods on the same targets
public record LineupPower(
        int participants, int targets, int answers, double fromChance, double betweenMethods) {

    private static final double PEOPLE = 0.1;
    private static final double TARGETS = 0.2;
    private static final double POWER = 0.8;

    /// No study that misses a method with this share above chance can answer the question.
    private static final double USELESS = 0.4;

    /// Of a plan with its planned participants.
    public static LineupPower of(LineupPlan plan) {
        long present =
                plan.items().stream().filter(i -> !i.absent()).count() / plan.methods().size();
        double share =
                switch (plan.options()) {
                    case CONTROLLED -> 1 - plan.absentShare();
                    case AS_MATCHED -> (double) present / plan.targets().size();
                };
        double answers = share * plan.targetsPerMethod() * plan.participants();
        return of(plan.participants(), (int) present, (int) Math.floor(answers));
    }

    static LineupPower of(int participants, int targets, int answers) {
        int fewer = Math.min(participants, targets);
        if (fewer < 2 || answers < 2) {
            return new LineupPower(participants, targets, answers, 1, 1);
        }
        double trial = 0.25 / answers;
        double alone =
                Math.sqrt(PEOPLE * PEOPLE / participants + TARGETS * TARGETS / targets + trial);
        double paired = Math.sqrt(2 * (TARGETS * TARGETS / 2 / targets + trial));
        var student = TDistribution.of(fewer - 1);
        double far =
                student.inverseSurvivalProbability(0.025)
                        + student.inverseCumulativeProbability(POWER);
        return new LineupPower(
                participants,
                targets,
                answers,
                Math.min(1, far * alone),
                Math.min(1, far * paired));
    }

    /// Whether even a method far above chance would be missed.
    public boolean hopeless() {
        return fromChance > USELESS;
    }
}
