package revisage.study;

import revisage.extract.StrictJson;
import revisage.store.FolderLock;
import revisage.store.RecordLog;
import revisage.store.WholeFolder;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs the steps of a study in a folder and remembers which have ended, so that a run goes on
/// after a stop, a kill or a power cut with nothing lost and nothing done twice.
///
/// A step that ended with the same inputs is not run again, as long as its outputs are still what
/// they were. A step that was begun with the same inputs finds its folder as it left it; with other
/// inputs, empty.
///
/// The folder holds `steps.log` ([RecordLog] of [StepRecord]s as JSON) and a folder a step; it is
/// locked until [#close()]. One thread at a time.
public final class StepRunner implements AutoCloseable {

    private final Path folder;
    private final FolderLock lock;
    private final RecordLog log;
    private final Map<String, StepRecord> newest = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Done> done = new LinkedHashMap<>();

    /// A step that has ended.
    ///
    /// @param folder where its outputs lie
    /// @param inputs hashes of what it read
    /// @param outputs SHA-256 by path below the folder
    /// @param millis the time of the attempt that ended it
    /// @param attempts how often it was begun, 1 or more
    public record Done(
            Path folder,
            SortedMap<String, String> inputs,
            SortedMap<String, String> outputs,
            long millis,
            int attempts) {

        /// For the inputs of a step that builds on this one.
        public String fingerprint() {
            return Sha256.of(StrictJson.write(outputs));
        }
    }

    private StepRunner(Path folder, FolderLock lock, List<StepRecord> before, RecordLog log) {
        this.folder = folder;
        this.lock = lock;
        this.log = log;
        before.forEach(this::remember);
    }

    /// @param folder made if it is missing
    /// @param belongsTo the plan's fingerprint
    /// @throws revisage.store.StoreException if the folder is in use or holds the run of another
    ///   plan
    public static StepRunner open(Path folder, String belongsTo) throws WorkException {
        FolderLock lock = FolderLock.take(folder);
        boolean opened = false;
        try {
            List<byte[]> lines = new ArrayList<>();
            RecordLog log = RecordLog.open(folder.resolve("steps.log"), belongsTo, lines::add);
            List<StepRecord> before = new ArrayList<>();
            for (byte[] line : lines) {
                before.add(StrictJson.read(line, StepRecord.class, "log", "steps.log"));
            }
            opened = true;
            return new StepRunner(folder, lock, before, log);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private void remember(StepRecord record) {
        newest.put(record.step(), record);
        if (record.ended().isEmpty()) {
            attempts.merge(record.step(), 1, Integer::sum);
        }
    }

    private static void empty(Path folder) throws WorkException {
        try {
            WholeFolder.delete(folder);
        } catch (IOException e) {
            throw FileException.of("empty the folder", folder, e);
        }
    }

    /// Runs a step, or goes on with it, or takes what it gave before.
    public Done run(Step step, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Work.pausePoint();
        SortedMap<String, String> inputs = new TreeMap<>(step.inputs());
        String fingerprint =
                Sha256.of(StrictJson.write(List.of(step.name(), step.settings(), inputs)));
        Path own = folder.resolve(step.name());
        Optional<StepRecord> before =
                Optional.ofNullable(newest.get(step.name()))
                        .filter(r -> r.fingerprint().equals(fingerprint));
        if (before.isPresent() && before.get().ended().isPresent()) {
            StepRecord.Ended end = before.get().ended().get();
            if (Files.isDirectory(own) && outputs(own).equals(end.outputs())) {
                return done(step, own, inputs, end);
            }
            before = Optional.empty();
        }
        if (before.isEmpty()) {
            empty(own);
        }
        var record = StepRecord.begun(step.name(), fingerprint, inputs);
        append(record);
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            throw FileException.of("make the folder", own, e);
        }
        long from = System.nanoTime();
        step.run(own, events);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
        var end = new StepRecord.Ended(millis, outputs(own));
        append(record.with(end));
        return done(step, own, inputs, end);
    }

    private Done done(Step step, Path own, SortedMap<String, String> inputs, StepRecord.Ended end) {
        int begun = attempts.getOrDefault(step.name(), 1);
        var made = new Done(own, inputs, end.outputs(), end.millis(), begun);
        if (done.putIfAbsent(step.name(), made) != null) {
            throw new IllegalArgumentException("two steps named " + step.name());
        }
        return made;
    }

    private void append(StepRecord record) throws WorkException {
        log.append(StrictJson.write(record));
        remember(record);
    }

    private static SortedMap<String, String> outputs(Path own)
            throws WorkException, InterruptedException {
        return FolderContents.hashes(own);
    }

    /// The steps that ended in this run or before, in the order they were asked for.
    public Map<String, Done> done() {
        return new LinkedHashMap<>(done);
    }

    @Override
    public void close() {
        log.close();
        lock.close();
    }
}
