package revisage.train;

import revisage.work.Work;
import revisage.work.WorkException;

import java.util.Optional;
import java.util.function.Consumer;

/// The loop: a batch, a step, now and then a line, a checkpoint, a look at the held-out people.
final class LearningRun {

    private final Trainee trainee;
    private final Schedule schedule;
    private final KeptTraining kept;
    private final TrainingLog log;
    private final Tally tally;
    private final Consumer<? super TrainingEvent> events;

    LearningRun(
            Trainee trainee,
            Schedule schedule,
            KeptTraining kept,
            TrainingLog log,
            Tally tally,
            Consumer<? super TrainingEvent> events) {
        this.trainee = trainee;
        this.schedule = schedule;
        this.kept = kept;
        this.log = log;
        this.tally = tally;
        this.events = events;
    }

    /// Compares the held-out people.
    @FunctionalInterface
    interface Look {

        Optional<Figures> figures() throws WorkException, InterruptedException;
    }

    /// @param from number of the first step
    /// @param line steps between two lines of the log
    /// @param seconds between two checkpoints
    /// @return how many steps are done: all
    /// @throws InterruptedException if stopped; the state is kept before
    long learn(BatchFeeder feeder, long from, int line, int seconds, Look look)
            throws WorkException, InterruptedException {
        long step = from;
        try {
            long lastKept = System.nanoTime();
            long lineBegan = lastKept;
            long lineFrom = step;
            while (step < schedule.steps()) {
                Work.pausePoint();
                if (step > 0 && step % schedule.stepsAnEpoch() == 0 && !log.measured(step)) {
                    long paused = System.nanoTime();
                    measure(step, look);
                    lineBegan += System.nanoTime() - paused;
                }
                Batch batch = feeder.next();
                Trainee.Moment moment = schedule.at(step);
                long began = System.nanoTime();
                Trainee.Outcome outcome = trainee.learn(batch, moment);
                tally.add(outcome, batch.count(), (System.nanoTime() - began) / 1e9);
                step++;
                boolean last = step == schedule.steps();
                if (step % line == 0 || last) {
                    long now = System.nanoTime();
                    double speed = (step - lineFrom) * batch.count() * 1e9 / (now - lineBegan);
                    tell(step, moment, outcome, batch.count(), speed);
                    lineBegan = now;
                    lineFrom = step;
                }
                if (last || System.nanoTime() - lastKept > seconds * 1_000_000_000L) {
                    keep(step);
                    lastKept = System.nanoTime();
                }
            }
            return step;
        } catch (InterruptedException e) {
            keep(step);
            throw e;
        }
    }

    private void tell(
            long step, Trainee.Moment moment, Trainee.Outcome outcome, int faces, double speed)
            throws WorkException {
        var learned =
                new TrainingEvent.Learned(
                        step,
                        schedule.steps(),
                        schedule.epoch(step),
                        tally.meanLoss(),
                        tally.accuracy(),
                        moment.rate(),
                        moment.margin(),
                        outcome.gradientNorm(),
                        speed,
                        (schedule.steps() - step) * faces / speed);
        tally.clear();
        log.add(learned);
        events.accept(learned);
    }

    private void measure(long step, Look look) throws WorkException, InterruptedException {
        Optional<Figures> figures = look.figures();
        if (figures.isPresent()) {
            var measured = new TrainingEvent.Measured(step, schedule.epoch(step), figures.get());
            log.add(measured);
            events.accept(measured);
        }
    }

    private void keep(long step) throws WorkException {
        kept.at(step);
        events.accept(new TrainingEvent.KeptAt(step));
    }
}
