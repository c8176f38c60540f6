package revisage.train;

/// Rate and margin of each step.
///
/// @param stepsAnEpoch 1 or more
/// @param steps in all, 1 or more
record Schedule(Recipe recipe, ExtractorPlan.Loss loss, long stepsAnEpoch, long steps) {

    static Schedule of(ExtractorPlan plan, long stepsAnEpoch) {
        Recipe recipe = plan.recipe().orElse(Recipe.NOTHING_SAID);
        long steps = Math.max(1, Math.round(recipe.allEpochs() * stepsAnEpoch));
        return new Schedule(
                recipe, plan.loss().orElse(ExtractorPlan.Loss.NOTHING_SAID), stepsAnEpoch, steps);
    }

    Trainee.Moment at(long step) {
        double ramp = loss.ramp() * stepsAnEpoch;
        double margin = ramp > 0 ? loss.m() * Math.min(1, step / ramp) : loss.m();
        return new Trainee.Moment(recipe.rateAt(step, steps, stepsAnEpoch), margin);
    }

    double epoch(long step) {
        return (double) step / stepsAnEpoch;
    }
}
