package revisage.study;

import revisage.extract.Extractor;
import revisage.people.FaceReader;
import revisage.people.Portrait;
import revisage.store.RecordLog;
import revisage.store.StoredGallery.Excluded;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Embeds pictures of people, and goes on where an earlier run of the same work was cut off, to the
/// same bytes. What was done is on the disk every second or 1,000 pictures.
///
/// @param portraits in the order of the vectors
/// @param reader opens and aligns their pictures
/// @param alignment how, in words
/// @param extractor stays the caller's
/// @param log where finished blocks are kept; the caller deletes it when the result is safe
public record Embedding(
        List<Portrait> portraits,
        FaceReader reader,
        String alignment,
        Extractor extractor,
        Path log)
        implements Work<Progress, Embedding.Result> {

    private static final Duration BETWEEN_FLUSHES = Duration.ofSeconds(1);
    private static final int BLOCKS_BETWEEN_FLUSHES = 1_000 / FaceEmbedder.BLOCK;

    public Embedding {
        portraits = List.copyOf(portraits);
    }

    /// What came out.
    ///
    /// @param vectors with ids and people, one for each picture that could be used
    /// @param excluded the other pictures
    /// @param resumed pictures that an earlier run had done
    /// @param notes what a person should know of single pictures, counted by note
    public record Result(
            VectorSet vectors, List<Excluded> excluded, int resumed, Map<String, Integer> notes) {

        public Result {
            excluded = List.copyOf(excluded);
        }
    }

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        int d = extractor.card().dimension();
        var made = new Assembly(portraits, d);
        try (RecordLog kept =
                RecordLog.open(log, belongsTo(), b -> made.add(EnrolmentLog.read(b, d)))) {
            int resumed = made.next;
            var waiting = new Waiting(kept);
            try {
                new FaceEmbedder(reader, extractor)
                        .embed(
                                "Embedding",
                                portraits,
                                resumed,
                                (results, vectors) -> {
                                    byte[] block = EnrolmentLog.write(results, vectors, d, false);
                                    waiting.add(block);
                                    made.add(EnrolmentLog.read(block, d));
                                },
                                events);
            } finally {
                waiting.flush();
            }
            return new Result(made.vectors(), made.excluded, resumed, made.notes);
        }
    }

    /// Everything the vectors depend on, but for the contents of the pictures.
    private String belongsTo() {
        var list = new StringBuilder();
        for (Portrait p : portraits) {
            list.append(p.id()).append('\0').append(p.person()).append('\1');
        }
        return "embedding 1, %s, %s, %s"
                .formatted(
                        extractor.card(),
                        alignment,
                        Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8)));
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

    /// Scratch: blocks put together.
    private static final class Assembly {

        private final List<Portrait> portraits;
        private final int d;
        private final float[] values;
        private final List<String> ids = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private final List<Excluded> excluded = new ArrayList<>();
        private final Map<String, Integer> notes = new TreeMap<>();
        private int next;

        Assembly(List<Portrait> portraits, int d) {
            this.portraits = portraits;
            this.d = d;
            values = new float[Math.multiplyExact(portraits.size(), d)];
        }

        void add(List<EnrolmentLog.Entry> block) {
            for (EnrolmentLog.Entry entry : block) {
                Portrait portrait = portraits.get(next++);
                switch (entry) {
                    case EnrolmentLog.Excluded(String reason) ->
                            excluded.add(new Excluded(portrait.id(), portrait.person(), reason));
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
