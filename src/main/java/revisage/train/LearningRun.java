package revisage.train;

import revisage.work.WorkException;

import java.util.Optional;
import java.util.function.Consumer;

/// The lessons of an extractor: a batch, a step, a line, the held-out people.
///
/// @param look compares the held-out people
record LearningRun(
        Trainee trainee,
        Schedule schedule,
        BatchFeeder feeder,
        KeptTraining kept,
        TrainingLog log,
        Tally tally,
        Look look,
        Consumer<? super TrainingEvent> events)
        implements LearningLoop.Lessons {

    /// Compares the held-out people.
    @FunctionalInterface
    interface Look {

        Optional<Figures> figures() throws WorkException, InterruptedException;
    }

    @Override
    public boolean due(long step) {
        return step > 0 && step % schedule.stepsAnEpoch() == 0 && !log.measured(step);
    }

    @Override
    public int learn(long step) throws WorkException, InterruptedException {
        Batch batch = feeder.next();
        long began = System.nanoTime();
        Trainee.Outcome outcome = trainee.learn(batch, schedule.at(step));
        tally.add(outcome, batch.count(), (System.nanoTime() - began) / 1e9);
        return batch.count();
    }

    @Override
    public void tell(long done, double facesPerSecond, double seconds) throws WorkException {
        Trainee.Moment moment = schedule.at(done - 1);
        long faces = (schedule.steps() - done) * schedule.recipe().faces();
        var learned =
                new TrainingEvent.Learned(
                        done,
                        schedule.steps(),
                        schedule.epoch(done),
                        tally.meanLoss(),
                        tally.accuracy(),
                        moment.rate(),
                        moment.margin(),
                        tally.lastNorm(),
                        facesPerSecond,
                        faces / facesPerSecond);
        tally.clear();
        log.add(learned);
        events.accept(learned);
    }

    @Override
    public void look(long step) throws WorkException, InterruptedException {
        Optional<Figures> figures = look.figures();
        if (figures.isPresent()) {
            var measured = new TrainingEvent.Measured(step, schedule.epoch(step), figures.get());
            log.add(measured);
            events.accept(measured);
        }
    }

    @Override
    public void keep(long done) throws WorkException {
        kept.at(done);
        events.accept(new TrainingEvent.KeptAt(done));
    }
}
