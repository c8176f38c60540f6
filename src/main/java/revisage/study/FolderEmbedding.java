package revisage.study;

import revisage.extract.Extractor;
import revisage.people.FaceReader;
import revisage.people.LabelledFolder;
import revisage.people.PeopleException;
import revisage.people.Portrait;
import revisage.store.FolderLock;
import revisage.store.RecordLog;
import revisage.store.ResultTables;
import revisage.store.StoredGallery;
import revisage.vector.VectorFiles;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Makes a vectors file from a labelled folder: what would have leaked.
///
/// Ids are the pictures' paths below the folder, labels the people. Work in progress lies in a
/// hidden folder beside the target and is on the disk every second or 1,000 pictures; the same
/// embedding goes on from there, whatever stopped it, in the same blocks and so to the same bytes.
///
/// @param folder the people
/// @param reader opens and aligns their pictures
/// @param alignment how, in words; work in progress with other words is not gone on with
/// @param extractor stays the caller's
/// @param files writes the target
/// @param target `.npy`, `.parquet` or `.csv`; must not exist
public record FolderEmbedding(
        LabelledFolder folder,
        FaceReader reader,
        String alignment,
        Extractor extractor,
        VectorFiles files,
        Path target)
        implements Work<Progress, FolderEmbedding.Result> {

    private static final Duration BETWEEN_FLUSHES = Duration.ofSeconds(1);
    private static final int BLOCKS_BETWEEN_FLUSHES = 1_000 / FaceEmbedder.BLOCK;

    /// What came out.
    ///
    /// @param vectors written
    /// @param people with a vector, 1 or more
    /// @param excluded pictures that could not be used; also in [#excludedFile(Path)]
    /// @param notes what a person should know of single pictures, counted by note
    /// @param resumed pictures that an earlier run had done
    public record Result(
            int vectors,
            int people,
            List<StoredGallery.Excluded> excluded,
            Map<String, Integer> notes,
            int resumed) {

        public Result {
            excluded = List.copyOf(excluded);
        }
    }

    /// Where the pictures that could not be used are listed: `leak.npy` -> `leak.npy.excluded.csv`.
    public static Path excludedFile(Path target) {
        return target.resolveSibling(target.getFileName() + ".excluded.csv");
    }

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Path home = target.toAbsolutePath().normalize();
        Path workshop = home.resolveSibling("." + home.getFileName() + ".embedding");
        if (Files.exists(target) && !Files.exists(workshop)) {
            throw new FileException(
                    "%s exists already.".formatted(target),
                    "Name another file, or delete this one if it is not needed any more.");
        }
        Result result;
        try (FolderLock _ = FolderLock.take(workshop)) {
            int resumed = embedAll(workshop.resolve("faces.log"), events);
            result = assemble(workshop.resolve("faces.log"), resumed);
        }
        clear(workshop);
        return result;
    }

    private int embedAll(Path log, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        int d = extractor.card().dimension();
        List<Portrait> portraits = folder.portraits();
        try (RecordLog kept = RecordLog.open(log, belongsTo(), _ -> {})) {
            int done = (int) Math.min(portraits.size(), kept.count() * FaceEmbedder.BLOCK);
            var waiting = new Waiting(kept);
            try {
                new FaceEmbedder(reader, extractor)
                        .embed(
                                "FolderEmbedding",
                                portraits,
                                done,
                                (results, vectors) ->
                                        waiting.add(EnrolmentLog.write(results, vectors, d, false)),
                                events);
            } finally {
                waiting.flush();
            }
            return done;
        }
    }

    /// Everything the log depends on, so that no other embedding goes on with it.
    private String belongsTo() {
        String list =
                folder.portraits().stream()
                        .map(p -> p.id() + "\0" + p.person())
                        .collect(Collectors.joining("\1"));
        return "embedding 1, %s, %s, %s, %s"
                .formatted(
                        extractor.card(),
                        alignment,
                        folder.root().toAbsolutePath().normalize(),
                        Sha256.of(list.getBytes(StandardCharsets.UTF_8)));
    }

    private Result assemble(Path log, int resumed) throws WorkException, InterruptedException {
        var faces = new Assembly(extractor.card().dimension(), folder.portraits());
        try (RecordLog _ = RecordLog.open(log, belongsTo(), faces::add)) {
            if (faces.ids.isEmpty()) {
                throw new PeopleException(
                        "None of the %d pictures in %s could be used; the first: %s."
                                .formatted(
                                        folder.portraits().size(),
                                        folder.root(),
                                        faces.excluded.getFirst().reason()),
                        "Name aligned 112x112 faces, or a face finder with --finder.");
            }
            Path excluded = excludedFile(target);
            if (faces.excluded.isEmpty()) {
                delete(excluded);
            } else {
                ResultTables.writeExcluded(faces.excluded, excluded);
            }
            files.write(faces.vectors(), target);
        }
        return new Result(
                faces.ids.size(),
                (int) faces.people.stream().distinct().count(),
                faces.excluded,
                faces.notes,
                resumed);
    }

    private static void clear(Path workshop) throws WorkException {
        for (String file : List.of("faces.log", ".lock")) {
            delete(workshop.resolve(file));
        }
        delete(workshop);
    }

    private static void delete(Path path) throws WorkException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw FileException.of("delete what is not needed any more", path, e);
        }
    }

    /// Blocks on their way to the disk: a flush costs as much as several blocks.
    private static final class Waiting {

        private final RecordLog log;
        private final List<byte[]> blocks = new ArrayList<>();
        private long since = System.nanoTime();

        Waiting(RecordLog log) {
            this.log = log;
        }

        void add(byte[] block) throws WorkException {
            blocks.add(block);
            if (blocks.size() >= BLOCKS_BETWEEN_FLUSHES
                    || System.nanoTime() - since > BETWEEN_FLUSHES.toNanos()) {
                flush();
            }
        }

        void flush() throws WorkException {
            if (!blocks.isEmpty()) {
                log.append(blocks);
                blocks.clear();
            }
            since = System.nanoTime();
        }
    }

    /// Scratch: the log put together again.
    private static final class Assembly {

        private final int d;
        private final List<Portrait> portraits;
        private final List<String> ids = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private final List<StoredGallery.Excluded> excluded = new ArrayList<>();
        private final Map<String, Integer> notes = new TreeMap<>();
        private final float[] values;
        private int next;

        Assembly(int d, List<Portrait> portraits) {
            this.d = d;
            this.portraits = portraits;
            this.values = new float[Math.multiplyExact(portraits.size(), d)];
        }

        void add(byte[] block) {
            for (EnrolmentLog.Entry entry : EnrolmentLog.read(block, d)) {
                Portrait portrait = portraits.get(next++);
                switch (entry) {
                    case EnrolmentLog.Excluded(String reason) ->
                            excluded.add(
                                    new StoredGallery.Excluded(
                                            portrait.id(), portrait.person(), reason));
                    case EnrolmentLog.Face face -> {
                        face.vector().copyFloats(values, ids.size() * d);
                        ids.add(portrait.id());
                        people.add(portrait.person());
                        face.notes().forEach(n -> notes.merge(n, 1, Integer::sum));
                    }
                }
            }
        }

        VectorSet vectors() {
            return VectorSet.of(Arrays.copyOf(values, ids.size() * d), d).named(ids, people);
        }
    }
}
