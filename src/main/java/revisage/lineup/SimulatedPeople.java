package revisage.lineup;

import java.util.List;

/// Participants as a formula, for teaching, for planning and for testing the analysis.
///
/// Whoever knows the answer gives it; whoever does not guesses: with probability `bias` one photo
/// without looking, else `none of them` (two-high-threshold model; Snodgrass, Corwin, J. Exp.
/// Psych. General 117, 1988).
///
/// @param accuracy probability to know, for each method in the plan's order, 0..1
/// @param bias probability to pick somebody when guessing, 0..1
/// @param seconds for an answer: the geometric mean, above 0
/// @param attention probability to pass a check, 0..1
/// @param confidentKnowing probability of a confident answer by who knows, 0..1
/// @param confidentGuessing probability of a confident answer by who guesses, 0..1
/// @param participantSpread how far participants' accuracy lies from the mean, evenly, 0..0.5
/// @param targetSpread how far targets' accuracy lies from the mean, evenly, 0..0.5
public record SimulatedPeople(
        List<Double> accuracy,
        double bias,
        double seconds,
        double attention,
        double confidentKnowing,
        double confidentGuessing,
        double participantSpread,
        double targetSpread) {

    public SimulatedPeople {
        accuracy = List.copyOf(accuracy);
        accuracy.forEach(a -> share("accuracy", a));
        share("bias", bias);
        share("attention", attention);
        share("confidentKnowing", confidentKnowing);
        share("confidentGuessing", confidentGuessing);
        double spread = participantSpread + targetSpread;
        boolean fits =
                participantSpread >= 0
                        && targetSpread >= 0
                        && accuracy.stream().allMatch(a -> a >= spread && a <= 1 - spread);
        if (!fits || !(seconds > 0) || accuracy.isEmpty()) {
            throw new IllegalArgumentException(
                    "Spreads of %s and %s around accuracies of %s must stay within 0..1, and seconds"
                                    .formatted(participantSpread, targetSpread, accuracy)
                            + " be above 0.");
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + " and must be 0..1.");
        }
    }

    /// All of one accuracy, otherwise as attentive adults are.
    public static SimulatedPeople usual(LineupPlan plan, double accuracy, double bias) {
        double room = Math.min(accuracy, 1 - accuracy) / 2;
        return new SimulatedPeople(
                plan.methods().stream().map(_ -> accuracy).toList(),
                bias,
                9,
                0.98,
                0.8,
                0.35,
                Math.min(0.1, room),
                Math.min(0.15, room));
    }
}
