package revisage.train;

import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.vector.UnitLength;
import revisage.work.Dice;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Faces with what the extractor answers for each. The extractor is asked once; its answers are
/// kept in a mapped file, so that a run that goes on asks nothing again.
///
/// Pair `p` is face `p / each` as it is, in a mirror, changed or blended, by `p % each`. Its pixels
/// are made anew each time from the same dice: the very picture the extractor saw.
///
/// Files: `vectors.f32` (length 1, in the machine's byte order) and `vectors.of` (of what).
final class PairStock {

    private static final String VECTORS = "vectors.f32";
    private static final String OF = "vectors.of";
    private static final int BLOCK = 64;

    private final LabelledFaces faces;
    private final int[] chosen;
    private final PairMaking making;
    private final Augmenter augmenter;
    private final long seed;
    private final int dimension;
    private MemorySegment vectors = MemorySegment.NULL;

    /// @param chosen faces to learn from, by number
    /// @param augmenter of the changed copies
    PairStock(
            LabelledFaces faces,
            int[] chosen,
            PairMaking making,
            Augmenter augmenter,
            long seed,
            int dimension) {
        this.faces = faces;
        this.chosen = chosen;
        this.making = making;
        this.augmenter = augmenter;
        this.seed = seed;
        this.dimension = dimension;
    }

    /// Asks the extractor what is not known yet.
    ///
    /// @param of what decides the answers, for a folder that holds others
    void complete(Extractor extractor, Path folder, String of, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        Path file = folder.resolve(VECTORS);
        try {
            Files.createDirectories(folder);
            Path note = folder.resolve(OF);
            if (!Files.exists(note) || !Files.readString(note).equals(of)) {
                Files.deleteIfExists(file);
                Files.writeString(note, of);
            }
            long row = (long) dimension * Float.BYTES;
            long done = Files.exists(file) ? Files.size(file) / row : 0;
            try (var channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE)) {
                channel.truncate(done * row);
                channel.position(done * row);
                for (int p = (int) done; p < count(); p += BLOCK) {
                    Work.pausePoint();
                    channel.write(answers(extractor, p, Math.min(count(), p + BLOCK)));
                    progress.accept(
                            new Progress(
                                    "Asking the extractor",
                                    Math.min(count(), p + BLOCK),
                                    count(),
                                    "faces"));
                }
                vectors =
                        channel.map(
                                FileChannel.MapMode.READ_ONLY, 0, count() * row, Arena.ofAuto());
            }
        } catch (java.nio.channels.ClosedByInterruptException _) {
            throw Work.stopped();
        } catch (IOException e) {
            throw FileException.of("keep the extractor's answers", file, e);
        }
    }

    private ByteBuffer answers(Extractor extractor, int from, int to)
            throws WorkException, InterruptedException {
        List<FaceImage> seen = new ArrayList<>();
        byte[] rgb = new byte[FaceImage.VALUES];
        for (int p = from; p < to; p++) {
            picture(p, rgb);
            seen.add(new FaceImage(rgb));
        }
        float[] answers = extractor.embed(seen).toArray();
        UnitLength.scale(answers, seen.size(), dimension);
        var bytes =
                ByteBuffer.allocate(answers.length * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(answers);
        return bytes;
    }

    int count() {
        return Math.multiplyExact(chosen.length, making.each());
    }

    int dimension() {
        return dimension;
    }

    /// Writes the answer for pair `p`, of length 1.
    void vector(int p, float[] out, int offset) {
        MemorySegment.copy(
                vectors,
                ValueLayout.JAVA_FLOAT,
                (long) p * dimension * Float.BYTES,
                out,
                offset,
                dimension);
    }

    /// Writes the face of pair `p`: shape `(h, w, c)`, as the extractor saw it.
    void picture(int p, byte[] rgb) throws WorkException, InterruptedException {
        int face = chosen[p / making.each()];
        int kind = p % making.each();
        faces.copy(face, rgb);
        int mirrors = making.mirrors() ? 1 : 0;
        if (kind == 0) {
            return;
        }
        if (kind <= mirrors) {
            mirror(rgb);
        } else if (kind <= mirrors + making.changes()) {
            augmenter.change(rgb, Dice.seed(seed, Dice.of("changed"), face, kind));
        } else {
            blend(rgb, new SplittableRandom(Dice.seed(seed, Dice.of("blended"), face, kind)));
        }
    }

    private static void mirror(byte[] rgb) {
        byte[] mirrored = new FaceImage(rgb).mirrored().toRgb();
        System.arraycopy(mirrored, 0, rgb, 0, rgb.length);
    }

    private void blend(byte[] rgb, SplittableRandom dice)
            throws WorkException, InterruptedException {
        byte[] other = new byte[FaceImage.VALUES];
        faces.copy(chosen[dice.nextInt(chosen.length)], other);
        if (dice.nextBoolean()) {
            mirror(rgb);
        }
        if (dice.nextBoolean()) {
            mirror(other);
        }
        int share = dice.nextInt(77, 180); // of 256
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) ((share * (rgb[i] & 0xFF) + (256 - share) * (other[i] & 0xFF)) >> 8);
        }
    }
}
