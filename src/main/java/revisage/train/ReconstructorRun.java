package revisage.train;

import revisage.work.WorkException;

import java.util.function.Consumer;

/// The lessons of a reconstructor: a batch, a step, a line, the held-out faces.
///
/// @param every steps between two looks at the held-out faces
record ReconstructorRun(
        ReconstructorTrainee trainee,
        Course course,
        int pairs,
        PairFeeder feeder,
        KeptTraining kept,
        TrainingLog log,
        LossTally tally,
        HeldOutSheet sheet,
        long every,
        Consumer<? super TrainingEvent> events)
        implements LearningLoop.Lessons {

    @Override
    public boolean due(long step) {
        return step > 0 && step % every == 0 && !log.measured(step);
    }

    @Override
    public int learn(long step) throws WorkException, InterruptedException {
        PairBatch batch = feeder.next();
        long began = System.nanoTime();
        ReconstructorTrainee.Losses losses = trainee.learn(batch, step);
        tally.add(losses, (System.nanoTime() - began) / 1e9);
        return batch.count();
    }

    @Override
    public void tell(long done, double facesPerSecond, double seconds) throws WorkException {
        long left = course.shown(course.steps()) - course.shown(done);
        var rebuilt =
                new TrainingEvent.Rebuilt(
                        done,
                        course.steps(),
                        epoch(done),
                        course.stage(done - 1),
                        tally.means(),
                        course.rate(done - 1),
                        facesPerSecond,
                        Math.min(1, tally.lineSeconds() / seconds),
                        left / facesPerSecond);
        tally.clear(seconds);
        log.add(rebuilt);
        events.accept(rebuilt);
    }

    private double epoch(long step) {
        return (double) course.shown(step) / pairs;
    }

    @Override
    public void look(long step) throws WorkException, InterruptedException {
        HeldOutSheet.Look look = sheet.look(trainee, step);
        var drawn =
                new TrainingEvent.Drawn(
                        step, epoch(step), look.error(), look.cosine(), HeldOutSheet.SHEET);
        log.add(drawn);
        events.accept(drawn);
    }

    @Override
    public void keep(long done) throws WorkException {
        kept.at(done);
        events.accept(new TrainingEvent.KeptAt(done));
    }
}
