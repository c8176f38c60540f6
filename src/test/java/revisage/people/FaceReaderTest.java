package revisage.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.extract.ModelException;
import revisage.face.ArcFaceTemplate;
import revisage.face.FaceFinder;
import revisage.face.FaceImage;
import revisage.face.FivePoints;
import revisage.face.FoundFace;
import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.face.PhotoException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class FaceReaderTest {

    private static final Optional<FaceFinder> NO_FINDER = Optional.empty();

    private static List<Portrait> portraits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Portrait("p/" + i, "p", Path.of(Integer.toString(i))))
                .toList();
    }

    private static int number(Path file) {
        return Integer.parseInt(file.toString());
    }

    private static Photo plain(int width, int height, int value) {
        byte[] rgb = new byte[width * height * 3];
        java.util.Arrays.fill(rgb, (byte) value);
        return new Photo(width, height, rgb);
    }

    private static FaceResult one(PhotoDecoder decoder, Optional<FaceFinder> finder)
            throws Exception {
        return new FaceReader(decoder, finder, WhichFace.LARGEST, 1).read(portraits(1).getFirst());
    }

    private static FoundFace box(double x, double y, double side, double score) {
        return new FoundFace(x, y, side, side, ArcFaceTemplate.POINTS, score);
    }

    private static Optional<FaceFinder> finds(FoundFace... faces) {
        return Optional.of(
                new FaceFinder() {
                    @Override
                    public List<FoundFace> find(Photo photo) {
                        return List.of(faces);
                    }

                    @Override
                    public FaceImage align(Photo photo, FivePoints points) {
                        return new FaceImage(new byte[FaceImage.VALUES]);
                    }

                    @Override
                    public void close() {}
                });
    }

    @Test
    void readingAheadOnManyThreadsDeliversInOrder() throws Exception {
        PhotoDecoder decoder =
                file -> {
                    if (number(file) % 7 == 0) {
                        Thread.yield();
                        throw new PhotoException("no " + file, "none");
                    }
                    return plain(112, 112, number(file));
                };
        var seen = new ArrayList<String>();
        new FaceReader(decoder, NO_FINDER, WhichFace.LARGEST, 4)
                .readAll(
                        portraits(200),
                        r -> {
                            switch (r) {
                                case FaceResult.Usable u -> {
                                    int value = u.face().toRgb()[0] & 0xFF;
                                    assertEquals(u.portrait().id(), "p/" + value);
                                    seen.add(u.portrait().id());
                                }
                                case FaceResult.Excluded e -> {
                                    assertEquals("no " + e.portrait().file(), e.reason());
                                    seen.add(e.portrait().id());
                                }
                            }
                        });
        assertEquals(portraits(200).stream().map(Portrait::id).toList(), seen);
    }

    @Test
    void onlyABoundedNumberIsReadAhead() throws Exception {
        var decoded = new AtomicInteger();
        PhotoDecoder decoder =
                _ -> {
                    decoded.incrementAndGet();
                    return plain(112, 112, 1);
                };
        var reader = new FaceReader(decoder, NO_FINDER, WhichFace.LARGEST, 2);
        try (FaceStream stream = reader.open(portraits(1_000))) {
            assertTrue(stream.next().isPresent());
            Thread.sleep(200);
            assertEquals(33, decoded.get());
        }
    }

    @Test
    void anInterruptionStopsWithinASecond() throws Exception {
        PhotoDecoder slow =
                _ -> {
                    try {
                        Thread.sleep(Duration.ofMinutes(1));
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    return plain(112, 112, 1);
                };
        var reader = new FaceReader(slow, NO_FINDER, WhichFace.LARGEST, 2);
        var ended = new ArrayList<Class<?>>();
        Thread reading =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        reader.readAll(portraits(50), _ -> {});
                                    } catch (Exception e) {
                                        ended.add(e.getClass());
                                    }
                                });
        Thread.sleep(100);
        reading.interrupt();
        assertTrue(reading.join(Duration.ofSeconds(1)));
        assertEquals(List.of(InterruptedException.class), ended);
    }

    @Test
    void aFaultThatIsNotThePicturesEndsTheReading() {
        PhotoDecoder decoder =
                _ -> {
                    throw new ModelException("the library is gone", "none");
                };
        var reader = new FaceReader(decoder, NO_FINDER, WhichFace.LARGEST, 2);
        assertThrows(ModelException.class, () -> reader.readAll(portraits(9), _ -> {}));
    }

    @Test
    void aMistakeOfTheProgramIsNotHidden() {
        PhotoDecoder decoder =
                _ -> {
                    throw new IllegalArgumentException("oops");
                };
        var reader = new FaceReader(decoder, NO_FINDER, WhichFace.LARGEST, 2);
        var thrown =
                assertThrows(
                        IllegalStateException.class, () -> reader.readAll(portraits(9), _ -> {}));
        assertEquals("oops", thrown.getCause().getMessage());
    }

    @Test
    void otherSizesNeedAFinder() throws Exception {
        var result =
                assertInstanceOf(
                        FaceResult.Excluded.class, one(_ -> plain(250, 200, 1), NO_FINDER));
        assertEquals("not 112x112 and no face finder named: 250x200 pixels", result.reason());
    }

    @Test
    void tinyPicturesAndPicturesWithoutAFaceAreLeftOutWithTheReason() throws Exception {
        for (int side : new int[] {1, 2}) {
            var tiny =
                    assertInstanceOf(
                            FaceResult.Excluded.class, one(_ -> plain(side, side, 1), finds()));
            assertEquals("too small: %dx%d pixels".formatted(side, side), tiny.reason());
        }
        var sliver =
                assertInstanceOf(
                        FaceResult.Excluded.class, one(_ -> plain(1, 1_000_000, 1), finds()));
        assertEquals("too small: 1x1000000 pixels", sliver.reason());
        var empty =
                assertInstanceOf(FaceResult.Excluded.class, one(_ -> plain(100, 100, 1), finds()));
        assertEquals("no face found", empty.reason());
    }

    @Test
    void ofTwentyFacesTheLargestIsTakenAndSaidSo() throws Exception {
        var faces = new FoundFace[20];
        for (int i = 0; i < 20; i++) {
            faces[i] = box(i, i, 10 + i, 0.9);
        }
        var result =
                assertInstanceOf(
                        FaceResult.Usable.class, one(_ -> plain(120, 120, 1), finds(faces)));
        assertEquals(List.of("20 faces, the largest was taken"), result.notes());
        assertEquals(faces[19], WhichFace.LARGEST.of(List.of(faces), plain(100, 100, 1)));
    }

    @Test
    void theMostCentralIsTheOneNearestToTheMiddle() {
        var middle = box(40, 45, 10, 0.5);
        var large = box(0, 0, 60, 0.9);
        assertEquals(middle, WhichFace.MOST_CENTRAL.of(List.of(large, middle), plain(100, 100, 1)));
    }

    @Test
    void equalFacesAreChosenFromAlwaysTheSameWay() {
        var left = box(10, 10, 20, 0.9);
        var right = box(70, 10, 20, 0.9);
        assertEquals(left, WhichFace.LARGEST.of(List.of(right, left), plain(100, 100, 1)));
        assertEquals(left, WhichFace.MOST_CENTRAL.of(List.of(right, left), plain(100, 100, 1)));
    }

    @Test
    void howMuchOfTheAlignedPictureIsMissingIsSaid() throws Exception {
        var result =
                assertInstanceOf(
                        FaceResult.Usable.class,
                        one(_ -> plain(112, 84, 1), finds(box(0, 0, 90, 0.9))));
        // By hand: 28 of 112 rows.
        assertEquals(
                List.of("25 % of the aligned picture lies outside of the photo and is black"),
                result.notes());
    }

    @Test
    void theHashIsThatOfThePixels() throws Exception {
        var result =
                assertInstanceOf(FaceResult.Usable.class, one(_ -> plain(112, 112, 0), NO_FINDER));
        // head -c 37632 /dev/zero | sha256sum
        assertEquals(
                "064472034d4d30eef4b30d1f71db4d142ab7f646582e44e062fe897d0b5b7e23",
                result.sha256());
    }
}
