package revisage.train;

import revisage.face.FaceImage;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// Faces made once and kept as raw bytes in a mapped file, so that training never waits for a
/// picture. A stock that was stopped halfway goes on.
///
/// Files: `faces.rgb` (37,632 bytes a face), `faces.people` (4 bytes an offer, big-endian: the
/// person, or -1 where the picture could not be used), `faces.of` (what they were made from).
final class FaceStock implements LabelledFaces {

    private static final String PIXELS = "faces.rgb";
    private static final String PEOPLE = "faces.people";
    private static final String OF = "faces.of";

    private final MemorySegment pixels;
    private final int[] people;
    private final int unusable;
    private final int count;

    private FaceStock(MemorySegment pixels, int[] people, int unusable, int count) {
        this.pixels = pixels;
        this.people = people;
        this.unusable = unusable;
        this.count = count;
    }

    /// Opens what lies in the folder, after what is missing was made.
    ///
    /// @param threads that make faces, 1 or more
    static FaceStock open(
            Path folder, FaceSupply supply, int threads, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        try {
            Files.createDirectories(folder);
            Path of = folder.resolve(OF);
            String fingerprint = supply.fingerprint();
            if (!Files.exists(of) || !Files.readString(of).equals(fingerprint)) {
                Files.deleteIfExists(folder.resolve(PIXELS));
                Files.deleteIfExists(folder.resolve(PEOPLE));
                Files.writeString(of, fingerprint);
            }
            new StockMaker(folder.resolve(PIXELS), folder.resolve(PEOPLE), supply)
                    .complete(threads, progress);
            return map(folder, supply);
        } catch (java.nio.channels.ClosedByInterruptException _) {
            throw Work.stopped();
        } catch (IOException e) {
            throw FileException.of("keep the faces", folder, e);
        }
    }

    private static FaceStock map(Path folder, FaceSupply supply) throws IOException {
        int[] offers = StockMaker.offers(folder.resolve(PEOPLE));
        int[] people = java.util.Arrays.stream(offers).filter(p -> p >= 0).toArray();
        try (var channel = FileChannel.open(folder.resolve(PIXELS), StandardOpenOption.READ)) {
            MemorySegment pixels =
                    channel.map(
                            FileChannel.MapMode.READ_ONLY,
                            0,
                            (long) people.length * FaceImage.VALUES,
                            Arena.ofAuto());
            return new FaceStock(pixels, people, offers.length - people.length, supply.people());
        }
    }

    /// Pictures that could not be used.
    int unusable() {
        return unusable;
    }

    @Override
    public int count() {
        return people.length;
    }

    @Override
    public int people() {
        return count;
    }

    @Override
    public int person(int i) {
        return people[i];
    }

    @Override
    public void copy(int i, byte[] rgb) {
        MemorySegment.copy(
                pixels,
                ValueLayout.JAVA_BYTE,
                (long) i * FaceImage.VALUES,
                rgb,
                0,
                FaceImage.VALUES);
    }
}
