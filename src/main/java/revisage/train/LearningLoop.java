package revisage.train;

import revisage.work.Work;
import revisage.work.WorkException;

/// The loop of every training: a step, now and then a line, a checkpoint, a look at what was held
/// out.
///
/// @param steps in all
/// @param line steps between two lines of the log
/// @param seconds between two checkpoints
record LearningLoop(long steps, int line, int seconds) {

    /// What the loop drives.
    interface Lessons {

        /// Whether the held-out faces are due before this step.
        boolean due(long step);

        /// Looks at the held-out faces.
        void look(long step) throws WorkException, InterruptedException;

        /// @return faces that were shown
        int learn(long step) throws WorkException, InterruptedException;

        /// @param done steps
        /// @param facesPerSecond since the line before, all waiting included, looks left out
        /// @param seconds since the line before, the same
        void tell(long done, double facesPerSecond, double seconds) throws WorkException;

        /// @param done steps
        void keep(long done) throws WorkException;
    }

    /// @param from number of the first step
    /// @return how many steps are done: all
    /// @throws InterruptedException if stopped; the state is kept before
    long run(Lessons lessons, long from) throws WorkException, InterruptedException {
        long step = from;
        try {
            long lastKept = System.nanoTime();
            long lineBegan = lastKept;
            long shown = 0;
            while (step < steps) {
                Work.pausePoint();
                if (lessons.due(step)) {
                    long paused = System.nanoTime();
                    lessons.look(step);
                    lineBegan += System.nanoTime() - paused;
                }
                shown += lessons.learn(step);
                step++;
                boolean last = step == steps;
                if (step % line == 0 || last) {
                    long now = System.nanoTime();
                    double took = (now - lineBegan) / 1e9;
                    lessons.tell(step, shown / took, took);
                    lineBegan = now;
                    shown = 0;
                }
                if (last || System.nanoTime() - lastKept > seconds * 1_000_000_000L) {
                    lessons.keep(step);
                    lastKept = System.nanoTime();
                }
            }
            return step;
        } catch (InterruptedException e) {
            lessons.keep(step);
            throw e;
        }
    }
}
