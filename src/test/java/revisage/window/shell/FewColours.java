package revisage.window.shell;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/// A picture with 256 colours, so that README.md is soon read: the palette that GIF makes, and what
/// a dot is off is made up for by its neighbours (Floyd and Steinberg 1976).
final class FewColours {

    private static final int SAME = 48; // squared distance that nobody sees

    private final IndexColorModel palette;

    private FewColours(IndexColorModel palette) {
        this.palette = palette;
    }

    static BufferedImage of(BufferedImage image) throws IOException {
        var gif = new ByteArrayOutputStream();
        ImageIO.write(image, "gif", gif);
        BufferedImage coarse = ImageIO.read(new ByteArrayInputStream(gif.toByteArray()));
        return new FewColours((IndexColorModel) coarse.getColorModel()).drawn(image);
    }

    private BufferedImage drawn(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
        double[][] off = new double[2][3 * (width + 2)]; // of this row and the next
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = image.getRGB(x, y);
                int[] wanted = new int[3];
                for (int c = 0; c < 3; c++) {
                    int value = rgb >> 8 * (2 - c) & 0xFF;
                    wanted[c] = (int) Math.clamp(value + off[0][3 * (x + 1) + c], 0.0, 255.0);
                }
                int index = nearest(wanted);
                out.getRaster().setSample(x, y, 0, index);
                if (distance(index, wanted) > SAME) {
                    spread(off, x, index, wanted);
                }
            }
            off[0] = off[1];
            off[1] = new double[3 * (width + 2)];
        }
        return out;
    }

    private void spread(double[][] off, int x, int index, int[] wanted) {
        for (int c = 0; c < 3; c++) {
            double error = wanted[c] - channel(index, c);
            off[0][3 * (x + 2) + c] += error * 7 / 16;
            off[1][3 * x + c] += error * 3 / 16;
            off[1][3 * (x + 1) + c] += error * 5 / 16;
            off[1][3 * (x + 2) + c] += error / 16;
        }
    }

    private int nearest(int[] wanted) {
        int best = 0;
        for (int i = 1; i < palette.getMapSize(); i++) {
            if (distance(i, wanted) < distance(best, wanted)) {
                best = i;
            }
        }
        return best;
    }

    private int distance(int index, int[] wanted) {
        int sum = 0;
        for (int c = 0; c < 3; c++) {
            int apart = channel(index, c) - wanted[c];
            sum += apart * apart;
        }
        return sum;
    }

    private int channel(int index, int c) {
        return palette.getRGB(index) >> 8 * (2 - c) & 0xFF;
    }
}
