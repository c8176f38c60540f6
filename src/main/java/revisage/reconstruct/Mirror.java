package revisage.reconstruct;

import revisage.face.FaceImage;

/// Left and right made alike.
final class Mirror {

    /// Values of a left half.
    static final int HALF = FaceImage.VALUES / 2;

    private static final int HALF_ROW = FaceImage.SIDE / 2 * 3;

    private Mirror() {}

    /// Replaces the face `(h, w, c)` from `offset` on by its average with its mirror image.
    static void average(float[] pixels, int offset) {
        int side = FaceImage.SIDE;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side / 2; x++) {
                for (int c = 0; c < 3; c++) {
                    int left = offset + (y * side + x) * 3 + c;
                    int right = offset + (y * side + side - 1 - x) * 3 + c;
                    float middle = (pixels[left] + pixels[right]) / 2;
                    pixels[left] = middle;
                    pixels[right] = middle;
                }
            }
        }
    }

    /// Whether left and right of the face from `offset` on differ by `tolerance` at most.
    static boolean symmetric(float[] pixels, int offset, float tolerance) {
        for (int row = 0; row < FaceImage.VALUES; row += 2 * HALF_ROW) {
            for (int j = 0; j < HALF_ROW; j++) {
                float right = pixels[offset + row + across(j)];
                if (!(Math.abs(pixels[offset + row + j] - right) <= tolerance)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Copies the left half `(h, w / 2, c)` of a face.
    static void fold(float[] pixels, int offset, float[] halves, int to) {
        for (int y = 0; y < FaceImage.SIDE; y++) {
            System.arraycopy(
                    pixels, offset + y * 2 * HALF_ROW, halves, to + y * HALF_ROW, HALF_ROW);
        }
    }

    /// The symmetric face with this left half.
    static void unfold(float[] halves, int offset, float[] pixels, int to) {
        for (int y = 0; y < FaceImage.SIDE; y++) {
            int half = offset + y * HALF_ROW;
            int row = to + y * 2 * HALF_ROW;
            System.arraycopy(halves, half, pixels, row, HALF_ROW);
            for (int j = 0; j < HALF_ROW; j += 3) {
                int right = row + 2 * HALF_ROW - 3 - j;
                pixels[right] = halves[half + j];
                pixels[right + 1] = halves[half + j + 1];
                pixels[right + 2] = halves[half + j + 2];
            }
        }
    }

    /// Completes one row of pixels whose left half stands there.
    static void rightFromLeft(float[] pixels, int row) {
        for (int j = 0; j < HALF_ROW; j += 3) {
            int right = row + 2 * HALF_ROW - 3 - j;
            pixels[right] = pixels[row + j];
            pixels[right + 1] = pixels[row + j + 1];
            pixels[right + 2] = pixels[row + j + 2];
        }
    }

    /// Place in a row of the mirrored value.
    private static int across(int j) {
        return 2 * HALF_ROW - 3 - j / 3 * 3 + j % 3;
    }
}
