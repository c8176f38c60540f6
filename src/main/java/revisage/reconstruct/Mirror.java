package revisage.reconstruct;

import revisage.face.FaceImage;

/// Left and right made alike.
final class Mirror {

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
}
