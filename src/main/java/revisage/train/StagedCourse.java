package revisage.train;

import java.util.List;

/// Stages one after the other, each with its own losses and its own fall of the learning rate.
///
/// @param batch pairs a step
/// @param stages one or more; those without steps are left out
public record StagedCourse(int batch, List<Stage> stages) implements Course {

    /// One stage.
    ///
    /// @param name in words
    /// @param steps 0 or more
    /// @param rate at its begin
    /// @param factor by which the rate changes every `every` steps
    /// @param every steps, above 0
    public record Stage(String name, long steps, double rate, double factor, double every) {

        double rateAt(long step) {
            return rate * Math.pow(factor, Math.floor(step / every));
        }
    }

    /// A step seen from its stage.
    ///
    /// @param stage number of the stage
    /// @param step of the stage, from 0
    public record Place(int stage, long step) {}

    public StagedCourse {
        stages = stages.stream().filter(s -> s.steps() > 0).toList();
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a course needs a step");
        }
    }

    @Override
    public long steps() {
        return stages.stream().mapToLong(Stage::steps).sum();
    }

    @Override
    public int batch(long step) {
        return batch;
    }

    @Override
    public long shown(long step) {
        return step * batch;
    }

    /// Where a step lies.
    public Place place(long step) {
        long left = step;
        for (int i = 0; i < stages.size(); i++) {
            if (left < stages.get(i).steps()) {
                return new Place(i, left);
            }
            left -= stages.get(i).steps();
        }
        int last = stages.size() - 1;
        return new Place(last, stages.get(last).steps());
    }

    @Override
    public double rate(long step) {
        Place place = place(step);
        return stages.get(place.stage()).rateAt(place.step());
    }

    @Override
    public String stage(long step) {
        return stages.get(place(step).stage()).name();
    }
}
