package revisage.train;

import revisage.work.Work;
import revisage.work.WorkException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A training in a process of its own, seen from the program: native trouble there is a sentence
/// here.
///
/// The child says how it stands on its stdout ([Wire]); a line on its stdin, or its end, stops it.
///
/// @param <R> what it ends with
public final class TrainingProcess<R> implements Work<TrainingEvent, R> {

    private static final String LAST_WORDS = "process.err";

    private final ProcessBuilder command;
    private final Path out;
    private final Class<R> report;

    /// @param command starts the child, which calls [TrainingChild#run]
    /// @param out the output folder
    /// @param report the type of what it ends with
    public TrainingProcess(ProcessBuilder command, Path out, Class<R> report) {
        this.command = command;
        this.out = out;
        this.report = report;
    }

    /// What the reading thread hands over; the end of the stream is empty.
    private record Line(Optional<Wire.Said> said) {}

    @Override
    public R run(Consumer<? super TrainingEvent> events)
            throws WorkException, InterruptedException {
        Process child = start();
        BlockingQueue<Line> lines = new ArrayBlockingQueue<>(1000);
        Thread.ofPlatform().daemon().name("training-wire").start(() -> listen(child, lines));
        long kept = 0;
        try {
            while (true) {
                Optional<Wire.Said> said = lines.take().said();
                if (said.isEmpty()) {
                    throw died(child, kept);
                }
                switch (said.get()) {
                    case Wire.Said.Event(TrainingEvent.KeptAt event) -> {
                        kept = event.step();
                        events.accept(event);
                    }
                    case Wire.Said.Event(TrainingEvent event) -> events.accept(event);
                    case Wire.Said.Done(Object done) -> {
                        return report.cast(done);
                    }
                    case Wire.Said.Failed(String message, String remedy) ->
                            throw new TrainingException(message, remedy);
                    case Wire.Said.Stopped() -> throw Work.stopped();
                    case Wire.Said.Mistake(String what) ->
                            throw new IllegalStateException("in the training process: " + what);
                }
            }
        } catch (InterruptedException e) {
            stop(child);
            throw e;
        } finally {
            end(child);
        }
    }

    private Process start() throws WorkException {
        try {
            Files.createDirectories(out);
            return command.redirectError(out.resolve(LAST_WORDS).toFile()).start();
        } catch (IOException e) {
            throw new TrainingException(
                    "The training process cannot be started: %s.".formatted(e.getMessage()),
                    "Check the output folder and the memory that is free.",
                    e);
        }
    }

    private void listen(Process child, BlockingQueue<Line> lines) {
        var wire = new Wire(report);
        try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Optional<Wire.Said> said = wire.heard(line);
                if (said.isPresent()) {
                    lines.put(new Line(said));
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // The stream ended with the child.
        } catch (InterruptedException _) {
            return;
        }
        try {
            lines.put(new Line(Optional.empty()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private TrainingException died(Process child, long kept) throws InterruptedException {
        int code = child.waitFor();
        String where =
                kept > 0
                        ? "the same command goes on from step " + kept + "."
                        : "the same command goes on from the last checkpoint.";
        return new TrainingException(
                "The training process ended without a word (exit code %d).".formatted(code),
                "What it said last is in %s; %s".formatted(out.resolve(LAST_WORDS), where));
    }

    /// Lets the child keep its state. It goes on ending by itself if this takes longer.
    private static void stop(Process child) {
        try (var stdin = child.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write("stop\n");
        } catch (IOException _) {
            // Then it has ended.
        }
        boolean interrupted = Thread.interrupted();
        try {
            child.waitFor(800, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Process child) {
        try {
            child.getOutputStream().close();
            if (ended(child) && Files.size(out.resolve(LAST_WORDS)) == 0) {
                Files.deleteIfExists(out.resolve(LAST_WORDS));
            }
        } catch (IOException _) {
            // An empty file stays.
        }
    }

    /// A child that has said its last word is given a moment to go.
    private static boolean ended(Process child) {
        boolean interrupted = Thread.interrupted();
        try {
            return child.waitFor(interrupted ? 0 : 500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
