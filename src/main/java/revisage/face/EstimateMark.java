package revisage.face;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The visible mark of a computed face: a strip below it that says ESTIMATE, in the pixels, so that
/// it survives copying and cannot be mistaken for part of the face. The face above keeps each of
/// its pixels, and readers that know the strip cut it off.
public final class EstimateMark {

    /// Of the strip, pixels.
    public static final int STRIP = 16;

    /// Of a marked picture, pixels. Its width is [FaceImage#SIDE].
    public static final int HEIGHT = FaceImage.SIDE + STRIP;

    /// 5 x 7 dots a letter.
    private static final List<String> E =
            List.of("#####", "#....", "#....", "####.", "#....", "#....", "#####");

    private static final List<String> S =
            List.of(".####", "#....", "#....", ".###.", "....#", "....#", "####.");
    private static final List<String> T =
            List.of("#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..");
    private static final List<String> I =
            List.of(".###.", "..#..", "..#..", "..#..", "..#..", "..#..", ".###.");
    private static final List<String> M =
            List.of("#...#", "##.##", "#.#.#", "#.#.#", "#...#", "#...#", "#...#");
    private static final List<String> A =
            List.of(".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#");
    private static final List<List<String>> WORD = List.of(E, S, T, I, M, A, T, E);

    private static final int DOT = 2;
    private static final int LEFT = 9;
    private static final int TOP = 1;
    private static final int PAPER = 0x20;
    private static final int INK = 0xF0;

    private EstimateMark() {}

    /// The face with the strip below, 112 x 128.
    public static Photo under(FaceImage face) {
        byte[] rgb = Arrays.copyOf(face.toRgb(), FaceImage.SIDE * HEIGHT * 3);
        System.arraycopy(strip(), 0, rgb, FaceImage.VALUES, FaceImage.SIDE * STRIP * 3);
        return Photo.owning(FaceImage.SIDE, HEIGHT, rgb);
    }

    /// The face of a marked picture, to the last bit; empty if the picture does not carry the mark.
    public static Optional<FaceImage> cut(Photo photo) {
        if (photo.width() != FaceImage.SIDE || photo.height() != HEIGHT) {
            return Optional.empty();
        }
        byte[] rgb = photo.pixels();
        boolean marked =
                Arrays.equals(
                        rgb,
                        FaceImage.VALUES,
                        rgb.length,
                        strip(),
                        0,
                        rgb.length - FaceImage.VALUES);
        return marked
                ? Optional.of(new FaceImage(Arrays.copyOf(rgb, FaceImage.VALUES)))
                : Optional.empty();
    }

    private static byte[] strip() {
        byte[] rgb = new byte[FaceImage.SIDE * STRIP * 3];
        Arrays.fill(rgb, (byte) PAPER);
        for (int y = 0; y < 7 * DOT; y++) {
            for (int x = 0; x < WORD.size() * 6 * DOT; x++) {
                String row = WORD.get(x / (6 * DOT)).get(y / DOT);
                int dot = x / DOT % 6;
                if (dot < 5 && row.charAt(dot) == '#') {
                    int at = ((TOP + y) * FaceImage.SIDE + LEFT + x) * 3;
                    Arrays.fill(rgb, at, at + 3, (byte) INK);
                }
            }
        }
        return rgb;
    }
}
