package revisage.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks a thread for an answer every few milliseconds and notes how long each took.
///
/// On Linux it also notes how much of that the thread was ready to run and the machine had no core
/// for it. Where other programs take the cores that part is theirs, and is left out; on a quiet
/// machine it is ours and counts.
public final class StallWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 4;
    private static final long LONG_MILLIS = 40;
    private static final int MOST_FRAMES = 40;
    private static final double QUIET = 0.15; // cores that others may use

    private final Executor asked;
    private final Thread watcher;
    private final List<Wait> waits = new ArrayList<>();
    private Path schedule = Path.of("none");
    private Cores begun = Cores.now();

    /// @param millis how long the answer took
    /// @param unscheduled how much of it the thread waited for a core
    /// @param doing what the thread did meanwhile, if it took long
    public record Wait(double millis, double unscheduled, String doing) {}

    /// CPU time so far, seconds: of all programs, of this one.
    private record Cores(long at, double all, double own) {

        static Cores now() {
            double own = 0;
            if (ManagementFactory.getOperatingSystemMXBean()
                    instanceof com.sun.management.OperatingSystemMXBean machine) {
                own = machine.getProcessCpuTime() / 1e9;
            }
            double all = own;
            Path stat = Path.of("/proc/stat");
            if (Files.exists(stat)) {
                try (Stream<String> lines = Files.lines(stat)) {
                    String[] f = lines.findFirst().orElse("").split("\\s+");
                    // user, nice, system, irq, softirq, steal, in hundredths
                    all =
                            Stream.of(1, 2, 3, 6, 7, 8)
                                            .mapToDouble(i -> Double.parseDouble(f[i]))
                                            .sum()
                                    / 100;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return new Cores(System.nanoTime(), all, own);
        }

        double othersSince(Cores before) {
            double seconds = (at - before.at) / 1e9;
            return Math.max(0, (all - before.all - (own - before.own)) / seconds);
        }
    }

    /// @param asked runs what it is given on the thread that is watched
    public StallWatch(Executor asked) {
        this.asked = asked;
        watcher = Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        try {
            var named = new CompletableFuture<Thread>();
            asked.execute(() -> named.complete(Thread.currentThread()));
            Thread thread = named.join();
            schedule = schedule(thread.getName());
            while (true) {
                var answered = new CountDownLatch(1);
                double unscheduled = unscheduled();
                long from = System.nanoTime();
                asked.execute(answered::countDown);
                var doing = new StringBuilder();
                while (!answered.await(LONG_MILLIS, TimeUnit.MILLISECONDS)) {
                    doing.append(frames(thread));
                }
                double millis = (System.nanoTime() - from) / 1e6;
                double kept = unscheduled() - unscheduled;
                synchronized (waits) {
                    waits.add(new Wait(millis, Math.min(millis, kept), doing.toString()));
                }
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Where Linux tells how long a thread of this process has waited for a core.
    private static Path schedule(String name) {
        Path tasks = Path.of("/proc/self/task");
        if (!Files.exists(tasks)) {
            return Path.of("none");
        }
        String known = name.substring(0, Math.min(15, name.length()));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
            for (Path task : all) {
                if (Files.readString(task.resolve("comm")).strip().equals(known)) {
                    return task.resolve("schedstat");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Path.of("none");
    }

    private double unscheduled() {
        try {
            return Files.exists(schedule)
                    ? Long.parseLong(Files.readString(schedule).split(" ")[1]) / 1e6
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String frames(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .limit(MOST_FRAMES)
                .map(f -> "  " + f + "\n")
                .collect(Collectors.joining("", thread.getName() + "\n", ""));
    }

    /// Forgets what was, for what comes.
    public void begin() {
        synchronized (waits) {
            waits.clear();
            begun = Cores.now();
        }
    }

    /// What has been since [#begin()].
    public Report report() {
        synchronized (waits) {
            return new Report(List.copyOf(waits), Cores.now().othersSince(begun));
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    /// @param others cores that other programs used meanwhile
    public record Report(List<Wait> waits, double others) {

        /// Milliseconds of the longest wait that is this program's doing.
        public double longest() {
            return waits.stream().mapToDouble(this::own).max().orElse(0);
        }

        /// Whether other programs left the machine to this one.
        private boolean quiet() {
            return others < QUIET;
        }

        /// How much longer a computation took because other programs used the cores; 1 on a quiet
        /// machine.
        public double stretch() {
            int cores = Runtime.getRuntime().availableProcessors();
            return quiet() ? 1 : cores / Math.max(0.1, cores - others);
        }

        private double own(Wait wait) {
            return quiet() ? wait.millis() : wait.millis() - wait.unscheduled();
        }

        @Override
        public String toString() {
            Wait worst = waits.stream().max(Comparator.comparingDouble(this::own)).orElseThrow();
            double[] sorted = waits.stream().mapToDouble(this::own).sorted().toArray();
            return String.format(
                    Locale.ROOT,
                    "%d answers, 99 %% within %.0f ms, longest %.0f ms (of %.0f ms by the clock);"
                            + " other programs used %.1f cores%n%s",
                    sorted.length,
                    sorted[(int) (0.99 * (sorted.length - 1))],
                    longest(),
                    waits.stream().mapToDouble(Wait::millis).max().orElse(0),
                    others,
                    worst.doing());
        }
    }
}
