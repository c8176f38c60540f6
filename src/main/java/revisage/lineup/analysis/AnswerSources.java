package revisage.lineup.analysis;

import revisage.lineup.AnswerFile;
import revisage.lineup.AnswerLog;
import revisage.lineup.Entry;
import revisage.lineup.LineupException;
import revisage.lineup.LineupFolder;
import revisage.lineup.Simulation;
import revisage.work.FileException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds and reads answers: logs of kiosks (`*.log`), files of pages (`*.json`), and folders with
/// the tables that [TidyFiles] wrote.
public final class AnswerSources {

    /// Places that many files may be of.
    private static final Set<String> MANY = Set.of("page", Simulation.PLACE);

    private final LineupFolder study;

    /// @param study whose answers are read; those of another study are refused
    public AnswerSources(LineupFolder study) {
        this.study = study;
    }

    /// Everything in the study's own folder of answers.
    public List<SourcedEntry> own() throws WorkException, InterruptedException {
        return read(List.of(study.folder().resolve(LineupFolder.ANSWERS)));
    }

    /// @param places files, or folders of them
    /// @throws LineupException if there are none, or two files are of the same machine
    public List<SourcedEntry> read(List<Path> places) throws WorkException, InterruptedException {
        var entries = new ArrayList<SourcedEntry>();
        Map<String, Path> machines = new HashMap<>();
        Set<Path> files = new TreeSet<>();
        for (Path place : places) {
            files.addAll(files(place));
        }
        for (Path file : files) {
            Work.pausePoint();
            List<SourcedEntry> read = file(file);
            requireOtherMachine(read, file, machines);
            entries.addAll(read);
        }
        if (entries.isEmpty()) {
            throw new LineupException(
                    "There are no answers in %s.".formatted(words(places)),
                    "Name logs of kiosks, files of pages, or folders of them.");
        }
        return entries;
    }

    private static String words(List<Path> places) {
        return String.join(", ", places.stream().map(Path::toString).toList());
    }

    private static List<Path> files(Path place) throws WorkException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .filter(
                            f ->
                                    f.toString().endsWith(".log")
                                            || f.toString().endsWith(".json")
                                            || f.endsWith(TidyFiles.TRIALS))
                    .toList();
        } catch (IOException e) {
            throw FileException.of("list the answers", place, e);
        }
    }

    private List<SourcedEntry> file(Path file) throws WorkException {
        String name = file.toString();
        if (file.endsWith(TidyFiles.TRIALS)) {
            return new TidyFiles(study.plan()).read(file.toAbsolutePath().resolveSibling(""));
        }
        if (!Files.isRegularFile(file)) {
            throw new FileException("%s does not exist.".formatted(file), "Check the path.");
        }
        if (name.endsWith(".log")) {
            try (AnswerLog log = AnswerLog.open(file, study.plan().fingerprint())) {
                return sourced(log.entries(), file, "record");
            }
        }
        AnswerFile read = AnswerFile.read(file);
        if (!read.study().equals(study.plan().fingerprint())) {
            throw new LineupException(
                    "%s holds answers to another study, or to an earlier plan of this one."
                            .formatted(file),
                    "Leave it out, or name the study's folder it belongs to.");
        }
        return sourced(read.entries(), file, "entry");
    }

    private static List<SourcedEntry> sourced(List<Entry> entries, Path file, String what) {
        var sourced = new ArrayList<SourcedEntry>();
        for (Entry entry : entries) {
            String where = what + " " + (sourced.size() + 1);
            sourced.add(new SourcedEntry(entry, file.toString(), where));
        }
        return sourced;
    }

    /// An old copy of a machine's log still holds those who have withdrawn since.
    private static void requireOtherMachine(
            List<SourcedEntry> entries, Path file, Map<String, Path> machines)
            throws LineupException {
        Set<String> here = new TreeSet<>();
        for (SourcedEntry entry : entries) {
            if (entry.entry() instanceof Entry.Began began && !MANY.contains(began.place())) {
                here.add(began.place());
            }
        }
        for (String machine : here) {
            Path before = machines.put(machine, file);
            if (before != null) {
                throw new LineupException(
                        "%s and %s are both of %s; the older one may hold answers that were"
                                        .formatted(before, file, machine)
                                + " withdrawn.",
                        "Name the newer one only.");
            }
        }
    }
}
