package revisage.lineup;

import revisage.extract.StrictJson;
import revisage.store.FolderLock;
import revisage.store.RecordLog;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The answers one machine has taken: an append-only [RecordLog]. What was added is on the disk
/// when [#add] returns; a kill loses nothing but the open question. Whoever withdraws is rewritten
/// out of it.
///
/// One thread at a time; a second program on the same machine's log is refused.
public final class AnswerLog implements AutoCloseable {

    private final Path file;
    private final String study;
    private final FolderLock lock;
    private RecordLog log;
    private List<Entry> entries;

    private AnswerLog(
            Path file, String study, FolderLock lock, RecordLog log, List<Entry> entries) {
        this.file = file;
        this.study = study;
        this.lock = lock;
        this.log = log;
        this.entries = entries;
    }

    /// Opens or begins the log of a machine.
    ///
    /// @param place for example `kiosk-1`
    /// @throws revisage.store.StoreException if another program has it open, or it belongs to
    ///   another study
    public static AnswerLog open(LineupFolder folder, String place) throws WorkException {
        return open(folder.log(place), folder.plan().fingerprint());
    }

    /// @param study fingerprint of the plan
    public static AnswerLog open(Path file, String study) throws WorkException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.log$", "");
        FolderLock lock = FolderLock.take(file.resolveSibling("." + name));
        boolean opened = false;
        try {
            var records = new ArrayList<byte[]>();
            RecordLog log = RecordLog.open(file, study, records::add);
            var made = new AnswerLog(file, study, lock, log, new ArrayList<>(read(records, file)));
            opened = true;
            return made;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static List<Entry> read(List<byte[]> records, Path file) throws WorkException {
        var entries = new ArrayList<Entry>();
        for (byte[] record : records) {
            entries.add(
                    StrictJson.read(
                            record,
                            Entry.class,
                            "log of answers",
                            "%s, record %d".formatted(file, entries.size() + 1)));
        }
        return entries;
    }

    /// Adds one entry; it is on the disk when this returns.
    public void add(Entry entry) throws WorkException {
        log.append(StrictJson.write(entry));
        entries.add(entry);
    }

    /// All entries, in the order they were made.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// What is known of one participant, in the order it was made; empty for a stranger.
    public List<Entry> of(String participant) {
        return entries.stream().filter(e -> e.participant().equals(participant)).toList();
    }

    /// How a participant began, if they did.
    public Optional<Entry.Began> began(String participant) {
        return of(participant).stream()
                .filter(Entry.Began.class::isInstance)
                .map(Entry.Began.class::cast)
                .findFirst();
    }

    /// Who began and has not finished, in the order they began, with how they began.
    public Map<String, Entry.Began> unfinished() {
        var open = new LinkedHashMap<String, Entry.Began>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Began began -> open.put(began.participant(), began);
                case Entry.Finished finished -> open.remove(finished.participant());
                case Entry.About _, Entry.Judged _, Entry.Answered _, Entry.Withdrew _ -> {}
            }
        }
        return open;
    }

    /// Forms that are given out, for [Forms#free].
    public Set<Integer> forms() {
        return entries.stream()
                .filter(Entry.Began.class::isInstance)
                .map(e -> ((Entry.Began) e).form())
                .collect(Collectors.toSet());
    }

    /// Takes everything of a participant out of the file; that somebody withdrew stays.
    ///
    /// @throws IllegalArgumentException if nobody has this code
    public void withdraw(String participant) throws WorkException {
        Entry.Began began =
                began(participant)
                        .orElseThrow(() -> new IllegalArgumentException("nobody has this code"));
        var kept = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (!entry.participant().equals(participant)) {
                kept.add(entry);
            }
        }
        kept.add(new Entry.Withdrew(began.form()));
        Path half = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.deleteIfExists(half);
            try (RecordLog rest = RecordLog.open(half, study, _ -> {})) {
                rest.append(kept.stream().map(StrictJson::write).toList());
            }
            log.close();
            Files.move(
                    half,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileException.of("delete the answers", file, e);
        } finally {
            log = RecordLog.open(file, study, _ -> {});
        }
        entries = kept;
    }

    @Override
    public void close() {
        log.close();
        lock.close();
    }
}
