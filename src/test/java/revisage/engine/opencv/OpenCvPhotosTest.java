package revisage.engine.opencv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.engine.opencv.TestPictures.HEIGHT;
import static revisage.engine.opencv.TestPictures.WIDTH;
import static revisage.engine.opencv.TestPictures.bomb;
import static revisage.engine.opencv.TestPictures.fourInks;
import static revisage.engine.opencv.TestPictures.joined;
import static revisage.engine.opencv.TestPictures.jpeg;
import static revisage.engine.opencv.TestPictures.jpegTurned;
import static revisage.engine.opencv.TestPictures.pixel;
import static revisage.engine.opencv.TestPictures.png;
import static revisage.engine.opencv.TestPictures.quarters;
import static revisage.engine.opencv.TestPictures.tiff;
import static revisage.engine.opencv.TestPictures.withChunk;
import static revisage.engine.opencv.TestPictures.withSegment;
import static revisage.engine.opencv.TestPictures.written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import revisage.face.Photo;
import revisage.face.PhotoException;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class OpenCvPhotosTest {

    /// JPEG at ImageIO's quality of 0.75, in the middle of plain areas.
    private static final int JPEG_ERROR = 6;

    private final OpenCvPhotos photos = new OpenCvPhotos();

    @TempDir Path folder;

    private Photo decoded(byte[] bytes, String name) throws Exception {
        return photos.decode(Files.write(folder.resolve(name), bytes));
    }

    private Photo decoded(byte[] bytes) throws Exception {
        return decoded(bytes, "picture");
    }

    /// The letter of the quarter that lies at each corner: top left, top right, bottom left, bottom
    /// right.
    private static String corners(Photo photo) {
        var letters = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int x = photo.width() / 4 + i % 2 * photo.width() / 2;
            int y = photo.height() / 4 + i / 2 * photo.height() / 2;
            letters.append(letter(pixel(photo, x, y)));
        }
        return letters.toString();
    }

    private static char letter(int... rgb) {
        int[][] colours = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}};
        for (int c = 0; c < 4; c++) {
            int[] colour = colours[c];
            if (IntStream.range(0, 3).allMatch(i -> Math.abs(colour[i] - rgb[i]) <= JPEG_ERROR)) {
                return "RGBW".charAt(c);
            }
        }
        return '?';
    }

    @Test
    void aJpegAndAPngComeOutUprightAndRedGreenBlue() throws Exception {
        for (byte[] file : new byte[][] {jpeg(), png()}) {
            Photo photo = decoded(file);
            assertEquals(WIDTH, photo.width());
            assertEquals(HEIGHT, photo.height());
            assertEquals("RGBW", corners(photo));
        }
    }

    /// By hand from the Exif table: where row 0 and column 0 of the stored picture are to be seen.
    @ParameterizedTest
    @CsvSource({
        "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"
    })
    void theCamerasOrientationIsApplied(int orientation, String corners) throws Exception {
        for (byte[] file :
                new byte[][] {
                    jpegTurned(orientation), withChunk(png(), "eXIf", tiff(orientation))
                }) {
            Photo photo = decoded(file);
            assertEquals(orientation < 5 ? WIDTH : HEIGHT, photo.width());
            assertEquals(corners, corners(photo));
        }
    }

    @Test
    void sixteenBitsBecomeEight() throws Exception {
        var grey = new BufferedImage(20, 20, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(3, 4, 0, 0xC3C3);
        Photo photo = decoded(written(grey, "png"));
        assertArrayEquals(new int[] {0xC3, 0xC3, 0xC3}, pixel(photo, 3, 4));
        assertArrayEquals(new int[] {0, 0, 0}, pixel(photo, 4, 3));
    }

    @Test
    void greyAndPaletteBecomeColour() throws Exception {
        var grey = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(3, 4, 0, 77);
        assertArrayEquals(new int[] {77, 77, 77}, pixel(decoded(written(grey, "png")), 3, 4));
        var plain = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        assertArrayEquals(new int[] {0, 0, 0}, pixel(decoded(written(plain, "jpeg")), 3, 4));
        assertEquals(
                "RGBW",
                corners(decoded(written(quarters(BufferedImage.TYPE_BYTE_INDEXED), "png"))));
    }

    @Test
    void fourInksBecomeRedGreenBlue() throws Exception {
        assertEquals("WWWW", corners(decoded(fourInks(255, 255, 255, 255))));
        assertEquals("RRRR", corners(decoded(fourInks(255, 0, 0, 255))));
        assertEquals("BBBB", corners(decoded(fourInks(0, 0, 255, 255))));
    }

    @Test
    void whatIsTransparentComesOutBlack() throws Exception {
        var image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(1, 1, 0x80FF8000);
        image.setRGB(2, 2, 0x00FFFFFF);
        image.setRGB(3, 3, 0xFF102030);
        Photo photo = decoded(written(image, "png"));
        assertArrayEquals(new int[] {128, 64, 0}, pixel(photo, 1, 1));
        assertArrayEquals(new int[] {0, 0, 0}, pixel(photo, 2, 2));
        assertArrayEquals(new int[] {0x10, 0x20, 0x30}, pixel(photo, 3, 3));
    }

    @Test
    void theNameDoesNotMatterAndNeitherDoesWhatFollows() throws Exception {
        assertEquals("RGBW", corners(decoded(png(), "really.jpg")));
        assertEquals("RGBW", corners(decoded(jpeg(), "really.png")));
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("evil"));
            out.write(new byte[100]);
        }
        Photo both = decoded(joined(jpeg(), zip.toByteArray()), "polyglot.jpg");
        assertEquals(decoded(jpeg()), both);
    }

    @Test
    void onePixelIsAPhotoToo() throws Exception {
        var one = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        one.setRGB(0, 0, 0x112233);
        assertEquals(new Photo(1, 1, new byte[] {0x11, 0x22, 0x33}), decoded(written(one, "png")));
        var sliver = new BufferedImage(1, 1_000_000, BufferedImage.TYPE_BYTE_GRAY);
        assertEquals(1_000_000, decoded(written(sliver, "png")).height());
    }

    @Test
    void aLargePhotoComesAtHalfItsSize() throws Exception {
        var large = new BufferedImage(6_000, 4_200, BufferedImage.TYPE_BYTE_GRAY);
        Photo photo = decoded(written(large, "png"));
        assertEquals(3_000, photo.width());
        assertEquals(2_100, photo.height());
    }

    static Stream<Arguments> unusable() {
        byte[] jpeg = jpeg();
        byte[] png = png();
        byte[] garbage = new byte[4_000];
        new Random(1).nextBytes(garbage);
        byte[] flipped = png.clone();
        flipped[60] ^= 1;
        byte[] sizeless = sizeless(jpeg);
        byte[] manyScans = jpeg;
        for (int i = 0; i < 101; i++) {
            manyScans = withSegment(manyScans, 0xDA, new byte[6]);
        }
        byte[] endlessLength = png.clone();
        endlessLength[33] = (byte) 0x7F;
        byte[] negativeLength = png.clone();
        negativeLength[33] = (byte) 0xFF;
        return Stream.of(
                Arguments.of("0 bytes", new byte[0], "is empty"),
                Arguments.of(
                        "text",
                        "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "neither JPEG nor PNG"),
                Arguments.of("noise", garbage, "neither JPEG nor PNG"),
                Arguments.of(
                        "GIF",
                        written(quarters(BufferedImage.TYPE_INT_RGB), "gif"),
                        "looks like GIF"),
                Arguments.of(
                        "BMP",
                        written(quarters(BufferedImage.TYPE_INT_RGB), "bmp"),
                        "looks like BMP"),
                Arguments.of(
                        "TIFF",
                        written(quarters(BufferedImage.TYPE_INT_RGB), "tiff"),
                        "looks like TIFF"),
                Arguments.of(
                        "JPEG cut in the scan",
                        Arrays.copyOf(jpeg, jpeg.length * 3 / 4),
                        "ends before"),
                Arguments.of(
                        "JPEG without its end",
                        Arrays.copyOf(jpeg, jpeg.length - 2),
                        "ends before"),
                Arguments.of("JPEG cut in the tables", Arrays.copyOf(jpeg, 100), "ends before"),
                Arguments.of("JPEG of 3 bytes", Arrays.copyOf(jpeg, 3), "ends before"),
                Arguments.of("JPEG without a size", sizeless, "does not say its size"),
                Arguments.of("JPEG of nothing", new byte[] {-1, -40, -1, -39}, "no picture in it"),
                Arguments.of("JPEG of many scans", manyScans, "102 scans"),
                Arguments.of("PNG cut", Arrays.copyOf(png, png.length / 2), "ends before"),
                Arguments.of(
                        "PNG without its end", Arrays.copyOf(png, png.length - 12), "ends before"),
                Arguments.of("PNG with a flipped bit", flipped, "check sum"),
                Arguments.of("PNG part too long", endlessLength, "ends before"),
                Arguments.of("PNG part of negative length", negativeLength, "no length"),
                Arguments.of("PNG of nothing", bomb(0, 5), "does not say its size"),
                Arguments.of("PNG with too little in it", bomb(500, 500), "cannot be decoded"),
                Arguments.of("decompression bomb", bomb(60_000, 60_000), "60000x60000"),
                Arguments.of(
                        "largest bomb", bomb(Integer.MAX_VALUE, Integer.MAX_VALUE), "2147483647"));
    }

    private static byte[] sizeless(byte[] jpeg) {
        byte[] sizeless = jpeg.clone();
        int frame = indexOf(sizeless, (byte) 0xC0);
        Arrays.fill(sizeless, frame + 4, frame + 8, (byte) 0);
        return sizeless;
    }

    private static int indexOf(byte[] jpeg, byte marker) {
        int at = 0;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != marker) {
            at++;
        }
        return at + 1;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void whatCannotBeUsedIsRefusedWithTheReason(String what, byte[] bytes, String reason) {
        var refused =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(5),
                        () -> assertThrows(PhotoException.class, () -> decoded(bytes)));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void aFileThatIsGoneOrAFolderIsRefused() {
        assertThrows(FileException.class, () -> photos.decode(folder.resolve("gone.jpg")));
        assertThrows(PhotoException.class, () -> photos.decode(folder));
    }

    @Test
    void noCutAndNoFlippedByteBringsTheProgramDown() throws Exception {
        var dice = new Random(7);
        for (byte[] whole : new byte[][] {jpeg(), png(), jpegTurned(6)}) {
            for (int i = 0; i < 200; i++) {
                byte[] bad = Arrays.copyOf(whole, 1 + dice.nextInt(whole.length));
                for (int k = i % 4; k > 0; k--) {
                    bad[dice.nextInt(bad.length)] = (byte) dice.nextInt();
                }
                try {
                    decoded(bad);
                } catch (PhotoException e) {
                    assertTrue(e.getMessage().length() > 20);
                }
            }
            for (int i = 0; i < 200; i++) {
                byte[] bad = whole.clone();
                bad[dice.nextInt(bad.length)] ^= (byte) (1 << dice.nextInt(8));
                try {
                    decoded(bad);
                } catch (WorkException e) {
                    assertEquals(PhotoException.class, e.getClass());
                }
            }
        }
    }
}
