package revisage.study;

import revisage.extract.StrictJson;
import revisage.face.FaceImage;
import revisage.reconstruct.Findings;
import revisage.store.Checkpoint;
import revisage.store.Estimate;
import revisage.store.EstimatePng;
import revisage.store.FolderLock;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.store.RecordLog;
import revisage.store.TraceTable;
import revisage.vector.VectorSet;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The output folder of a run: pictures and tables, and beside them, hidden, a log of the finished
/// groups and the state of the running one.
///
/// A group counts as finished when its record is in the log; its pictures are on the disk by then,
/// and the tables can be made from the log at any time.
final class ReconstructionFolder implements AutoCloseable {

    private static final String GROUP = "runner.first";
    private static final String NANOS = "runner.nanos";

    private final Path folder;
    private final ReconstructionSettings settings;
    private final VectorSet leaked;
    private final FolderLock lock;
    private final RecordLog log;
    private final Checkpoint checkpoint;
    private final List<GroupRecord> finished;
    private final List<String> notes = new ArrayList<>();

    private ReconstructionFolder(
            Path folder,
            ReconstructionSettings settings,
            VectorSet leaked,
            FolderLock lock,
            RecordLog log,
            List<GroupRecord> finished) {
        this.folder = folder;
        this.settings = settings;
        this.leaked = leaked;
        this.lock = lock;
        this.log = log;
        this.finished = finished;
        this.checkpoint = new Checkpoint(folder.resolve(".running"), settings.fingerprint());
    }

    /// @param leaked the targets, for their ids and people
    static ReconstructionFolder open(Path folder, ReconstructionSettings settings, VectorSet leaked)
            throws WorkException, InterruptedException {
        FolderLock lock = FolderLock.take(folder);
        boolean opened = false;
        try {
            settings.claim(folder);
            List<byte[]> lines = new ArrayList<>();
            Path file = folder.resolve(".finished.log");
            RecordLog log = RecordLog.open(file, settings.fingerprint(), lines::add);
            List<GroupRecord> finished = new ArrayList<>();
            for (byte[] line : lines) {
                finished.add(StrictJson.read(line, GroupRecord.class, "log", file.toString()));
            }
            var made = new ReconstructionFolder(folder, settings, leaked, lock, log, finished);
            if (log.droppedBytes() > 0) {
                made.notes.add("The end of the log was damaged; what it told of is done again.");
            }
            opened = true;
            return made;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    /// Row of the first target that is not finished.
    int next() {
        return finished.stream().mapToInt(g -> g.found().size()).sum();
    }

    /// Queries of the finished targets.
    long queries() {
        return finished.stream()
                .flatMap(g -> g.found().stream())
                .mapToLong(GroupRecord.Found::queries)
                .sum();
    }

    /// A search that was cut off.
    ///
    /// @param nanos spent on it so far
    record Running(Kept kept, long nanos) {}

    /// What is kept of the group that begins with row `first`.
    Optional<Running> running(int first) throws WorkException {
        Optional<Checkpoint.Found> found = checkpoint.read();
        if (found.isPresent() && found.get().damaged()) {
            notes.add("The newest checkpoint was damaged; the run went on from the one before it.");
        }
        return found.map(Checkpoint.Found::state)
                .filter(kept -> kept.longs(GROUP)[0] == first)
                .map(kept -> new Running(kept, kept.longs(NANOS)[0]));
    }

    /// Keeps the state of the running group; it is on the disk when this returns.
    void keep(int first, Kept state, long nanos) throws WorkException {
        checkpoint.keep(state.with(GROUP, new long[] {first}).with(NANOS, new long[] {nanos}));
    }

    /// Puts a group on the disk.
    ///
    /// @param faces one a target
    /// @return the rows of the table
    List<Reconstruction> finish(GroupRecord group, List<FaceImage> faces)
            throws WorkException, InterruptedException {
        List<Reconstruction> rows = rows(group);
        for (int i = 0; i < rows.size(); i++) {
            Reconstruction row = rows.get(i);
            new EstimatePng(faces.get(i), Estimate.of(row)).write(folder.resolve(row.image()));
        }
        log.append(StrictJson.write(group));
        finished.add(group);
        writeTables();
        return rows;
    }

    /// The tables as far as the run has come.
    void writeTables() throws WorkException, InterruptedException {
        ReconstructionTable.write(rows(), folder.resolve(ReconstructionTable.FILE));
        var traces = new ArrayList<TraceTable.Trace>();
        for (GroupRecord group : finished) {
            for (int i = 0; i < group.found().size(); i++) {
                traces.add(
                        new TraceTable.Trace(id(group.first() + i), group.found().get(i).trace()));
            }
        }
        TraceTable.write(traces, folder.resolve(TraceTable.FILE));
    }

    /// All that is finished.
    List<Reconstruction> rows() {
        return finished.stream().flatMap(g -> rows(g).stream()).toList();
    }

    /// Why the finished searches ended, one a target.
    List<Findings.Ending> endings() {
        return finished.stream()
                .flatMap(g -> g.found().stream())
                .map(GroupRecord.Found::ending)
                .toList();
    }

    /// What a person should know, one sentence each.
    List<String> notes() {
        return List.copyOf(notes);
    }

    /// Forgets what only a stopped run needs.
    void complete() throws WorkException, InterruptedException {
        writeTables();
        checkpoint.forget();
    }

    private List<Reconstruction> rows(GroupRecord group) {
        var rows = new ArrayList<Reconstruction>();
        for (int i = 0; i < group.found().size(); i++) {
            int row = group.first() + i;
            GroupRecord.Found found = group.found().get(i);
            rows.add(
                    new Reconstruction(
                            id(row),
                            leaked.labels().map(l -> l.get(row)).orElse(""),
                            String.format(Locale.ROOT, "images/%06d.png", row + 1),
                            settings.method(),
                            settings.search(),
                            found.queries(),
                            found.cosine(),
                            found.seconds(),
                            settings.seed(),
                            settings.extractorSha256()));
        }
        return rows;
    }

    private String id(int row) {
        return leaked.ids().map(ids -> ids.get(row)).orElseGet(() -> Integer.toString(row));
    }

    @Override
    public void close() {
        log.close();
        lock.close();
    }
}
