package revisage.train;

import revisage.work.Work;
import revisage.work.WorkException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

/// The training process's side of the wire: runs the work on this thread, tells each event, and
/// stops when a line comes in or the program that started it is gone.
public final class TrainingChild {

    private final BufferedReader in;
    private final PrintWriter out;

    /// @param in lines from the program
    /// @param out lines to the program
    public TrainingChild(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    /// @return the exit code: 0, or 1 after a mistake of the program's own
    public int run(Work<TrainingEvent, ?> work) {
        var wire = new Wire(Object.class);
        Thread worker = Thread.currentThread();
        Thread.ofPlatform().daemon().name("training-stop").start(() -> listen(worker));
        Wire.Said end;
        try {
            end = new Wire.Said.Done(work.run(event -> say(wire, new Wire.Said.Event(event))));
        } catch (WorkException e) {
            end = new Wire.Said.Failed(String.valueOf(e.getMessage()), e.remedy());
        } catch (InterruptedException _) {
            end = new Wire.Said.Stopped();
        } catch (RuntimeException | Error e) {
            end = new Wire.Said.Mistake(e.toString());
            say(wire, end);
            return 1;
        }
        say(wire, end);
        return 0;
    }

    private void say(Wire wire, Wire.Said said) {
        out.println(wire.line(said));
        out.flush();
    }

    private void listen(Thread worker) {
        try {
            var _ = in.readLine();
        } catch (IOException _) {
            // As good as the end of the stream.
        }
        worker.interrupt();
    }
}
