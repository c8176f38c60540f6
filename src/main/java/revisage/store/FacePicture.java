package revisage.store;

import revisage.face.Photo;

import java.awt.image.BufferedImage;

/// Between our pixels and those of `java.awt`.
final class FacePicture {

    private FacePicture() {}

    static BufferedImage of(Photo photo) {
        int width = photo.width();
        var image = new BufferedImage(width, photo.height(), BufferedImage.TYPE_INT_RGB);
        byte[] rgb = photo.pixels();
        int[] row = new int[width];
        for (int y = 0; y < photo.height(); y++) {
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 3;
                row[x] = (rgb[at] & 0xFF) << 16 | (rgb[at + 1] & 0xFF) << 8 | (rgb[at + 2] & 0xFF);
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    static Photo of(BufferedImage image) {
        int width = image.getWidth();
        byte[] rgb = new byte[width * image.getHeight() * 3];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * 3;
                rgb[at] = (byte) (row[x] >> 16);
                rgb[at + 1] = (byte) (row[x] >> 8);
                rgb[at + 2] = (byte) row[x];
            }
        }
        return Photo.owning(width, image.getHeight(), rgb);
    }
}
