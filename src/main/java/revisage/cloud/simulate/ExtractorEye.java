package revisage.cloud.simulate;

import revisage.extract.Extractor;
import revisage.face.FaceBatch;
import revisage.face.FaceFinder;
import revisage.face.FaceImage;
import revisage.face.FoundFace;
import revisage.face.Photo;
import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Sees with a local extractor.
///
/// With a finder it looks for the largest face; without one, and where the finder sees none in a
/// square picture, a square picture is taken for an aligned face at any size. A picture of one
/// colour shows nobody.
public final class ExtractorEye implements Eye, AutoCloseable {

    /// Of a side, pixels: more is no portrait and may be a bomb.
    private static final int LARGEST = 10_000;

    /// Grey levels: what is flatter than a wall at dusk shows nobody.
    private static final double FLAT = 3;

    private final Extractor extractor;
    private final Optional<FaceFinder> finder;

    /// Both are closed with this.
    public ExtractorEye(Extractor extractor, Optional<FaceFinder> finder) {
        this.extractor = extractor;
        this.finder = finder;
    }

    @Override
    public String name() {
        return extractor.card().name();
    }

    @Override
    public Sight look(byte[] picture) throws WorkException, InterruptedException {
        Optional<BufferedImage> decoded = decode(picture);
        if (decoded.isEmpty()) {
            return new Sight.NoPicture();
        }
        BufferedImage image = decoded.get();
        int width = image.getWidth();
        int height = image.getHeight();
        Optional<FaceImage> face = face(image);
        if (face.isEmpty()) {
            return new Sight.NoFace(width, height);
        }
        float[] vector = extractor.embed(FaceBatch.of(List.of(face.get())));
        return new Sight.Face(VectorSet.of(vector, vector.length), width, height);
    }

    private Optional<FaceImage> face(BufferedImage image) throws WorkException {
        if (finder.isPresent()) {
            Photo photo = photo(image);
            Optional<FoundFace> largest =
                    finder.get().find(photo).stream()
                            .max(Comparator.comparingDouble(f -> f.width() * f.height()));
            if (largest.isPresent()) {
                return Optional.of(finder.get().align(photo, largest.get().points()));
            }
        }
        if (image.getWidth() != image.getHeight()) {
            return Optional.empty();
        }
        FaceImage aligned = new FaceImage(photo(scaled(image)).pixels());
        return isFlat(aligned) ? Optional.empty() : Optional.of(aligned);
    }

    private static Optional<BufferedImage> decode(byte[] picture) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                boolean known = List.of("JPEG", "png").contains(reader.getFormatName());
                boolean sane = reader.getWidth(0) <= LARGEST && reader.getHeight(0) <= LARGEST;
                return known && sane ? Optional.of(reader.read(0)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty(); // ImageIO says "damaged" in these three ways
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        if (image.getWidth() == FaceImage.SIDE) {
            return image;
        }
        // Halved as often as possible first: bilinear scaling alone skips pixels.
        BufferedImage from = image;
        int side = image.getWidth();
        while (side >= 4 * FaceImage.SIDE) {
            side /= 2;
            from = drawn(from, side);
        }
        return drawn(from, FaceImage.SIDE);
    }

    private static BufferedImage drawn(BufferedImage image, int side) {
        var smaller = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = smaller.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, side, side, null);
        pen.dispose();
        return smaller;
    }

    private static Photo photo(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        byte[] rgb = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return Photo.owning(width, height, rgb);
    }

    private static boolean isFlat(FaceImage face) {
        byte[] rgb = face.toRgb();
        double sum = 0;
        double squares = 0;
        for (byte b : rgb) {
            int value = b & 0xFF;
            sum += value;
            squares += value * (double) value;
        }
        double mean = sum / rgb.length;
        return squares / rgb.length - mean * mean < FLAT * FLAT;
    }

    @Override
    public void close() {
        finder.ifPresent(FaceFinder::close);
        extractor.close();
    }
}
