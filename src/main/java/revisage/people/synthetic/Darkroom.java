package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clamp01;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// From linear light to the bytes of a photo: exposure, tone, blur, noise, JPEG.
final class Darkroom {

    private static final int STEPS = 4096;

    /// sRGB, 0..255, for linear light 0..1.
    private static final float[] TONE = new float[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double v = (double) i / STEPS;
            TONE[i] =
                    (float)
                            (255
                                    * (v <= 0.0031308
                                            ? 12.92 * v
                                            : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055));
        }
    }

    private static final ImageWriterSpi WRITERS =
            ImageIO.getImageWritersByFormatName("jpeg").next().getOriginatingProvider();
    private static final ImageReaderSpi READERS =
            ImageIO.getImageReadersByFormatName("jpeg").next().getOriginatingProvider();

    private final Moment moment;
    private final int side;

    Darkroom(Moment moment, int side) {
        this.moment = moment;
        this.side = side;
    }

    /// @param linear `(h, w, c)`
    byte[] develop(float[] linear) {
        Moment.Camera c = moment.camera();
        float[] sharp = blurred(linear, c.blur() * side / 112f);
        float gain = 1.3f * (float) StrictMath.pow(2, c.stops());
        var noise = new Draws(moment.seed() ^ 0xCA3E4AL);
        byte[] rgb = new byte[sharp.length];
        for (int i = 0; i < sharp.length; i += 3) {
            float r = tone(sharp[i] * gain * c.red());
            float g = tone(sharp[i + 1] * gain);
            float b = tone(sharp[i + 2] * gain * c.blue());
            float grey = 0.3f * r + 0.59f * g + 0.11f * b;
            float grain = rough(noise) * c.noise();
            rgb[i] = finish(grey + (r - grey) * c.saturation(), grain, noise);
            rgb[i + 1] = finish(grey + (g - grey) * c.saturation(), grain, noise);
            rgb[i + 2] = finish(grey + (b - grey) * c.saturation(), grain, noise);
        }
        return throughJpeg(rgb);
    }

    private byte finish(float v, float grain, Draws noise) {
        float contrast = moment.camera().contrast();
        float own = 0.4f * rough(noise) * moment.camera().noise();
        float bright = 118 + (v - 118) * contrast + grain + own;
        return (byte) Math.round(Math.clamp(bright, 0f, 255f));
    }

    private static float rough(Draws d) {
        return (float) (2 * (d.uniform() + d.uniform() + d.uniform()) - 3);
    }

    /// Straight in the shadows, bent towards white in the lights.
    private static float tone(float v) {
        float bent = v < 0.55f ? v : 1 - 0.45f * 0.45f / (0.45f + (v - 0.55f));
        float at = clamp01(bent) * STEPS;
        int i = Math.min(STEPS - 1, (int) at);
        return TONE[i] + (at - i) * (TONE[i + 1] - TONE[i]);
    }

    /// Three passes of a small kernel, close to a Gauss curve.
    private float[] blurred(float[] v, float deviation) {
        if (deviation < 0.05f) {
            return v;
        }
        float[] now = v;
        int passes = 1 + (int) (deviation * deviation * 2.2f);
        float k = Math.min(0.3f, deviation * deviation / (2 * passes));
        for (int p = 0; p < passes; p++) {
            now = pass(pass(now, 3, k), 3 * side, k);
        }
        return now;
    }

    private float[] pass(float[] v, int stride, float k) {
        float[] out = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            int at = stride == 3 ? i / 3 % side : i / (3 * side);
            float before = at > 0 ? v[i - stride] : v[i];
            float after = at < side - 1 ? v[i + stride] : v[i];
            out[i] = v[i] + k * (before + after - 2 * v[i]);
        }
        return out;
    }

    /// The pixels after a JPEG of this quality, written and read by the JDK's own codec.
    private byte[] throughJpeg(byte[] rgb) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] =
                    ((rgb[3 * i] & 0xFF) << 16)
                            | ((rgb[3 * i + 1] & 0xFF) << 8)
                            | (rgb[3 * i + 2] & 0xFF);
        }
        picture.setRGB(0, 0, side, side, pixels, 0, side);
        try {
            picture = read(jpeg(picture));
        } catch (IOException e) {
            throw new UncheckedIOException("a JPEG in memory", e);
        }
        picture.getRGB(0, 0, side, side, pixels, 0, side);
        byte[] out = new byte[rgb.length];
        for (int i = 0; i < pixels.length; i++) {
            out[3 * i] = (byte) (pixels[i] >> 16);
            out[3 * i + 1] = (byte) (pixels[i] >> 8);
            out[3 * i + 2] = (byte) pixels[i];
        }
        return out;
    }

    private byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = WRITERS.createWriterInstance();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(moment.camera().jpeg());
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        var reader = READERS.createReaderInstance();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
