package revisage.store;

import revisage.face.EstimateMark;
import revisage.face.FaceImage;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A computed face as a PNG file, 112 x 128: the face, the visible [EstimateMark] below it, and in
/// its texts what it is and how it came about. The same estimate gives the same bytes.
///
/// @param face to the last bit as it was written
/// @param estimate how it came about
public record EstimatePng(FaceImage face, Estimate estimate) {

    private static final String OWN = "revisage:";
    private static final int MOST_BYTES = 1 << 20;
    private static final String REMEDY = "Name a picture that revisage reconstruct has written.";

    /// Writes the file whole or not at all.
    public void write(Path file) throws WorkException, InterruptedException {
        byte[] bytes = encoded();
        WholeFile.write("write the reconstruction", file, bytes);
    }

    /// The bytes of the file.
    public byte[] encoded() {
        return PngTexts.of(
                FacePicture.of(EstimateMark.under(face)), texts(), PngTexts.Source.COMPUTED);
    }

    private Map<String, String> texts() {
        String by = estimate.search().isEmpty() ? "" : ", search " + estimate.search();
        var texts = new LinkedHashMap<String, String>();
        texts.put("Title", "Estimate of a face, not a photograph");
        texts.put(
                "Description",
                "An estimate computed from a feature vector by %s%s; not a photograph."
                        .formatted(estimate.method(), by));
        texts.put("Software", "Revisage");
        texts.put(OWN + "method", estimate.method());
        texts.put(OWN + "search", estimate.search());
        texts.put(OWN + "queries", Long.toString(estimate.queries()));
        texts.put(OWN + "cosine", String.format(Locale.ROOT, "%.6f", estimate.cosine()));
        texts.put(OWN + "seed", Long.toString(estimate.seed()));
        texts.put(OWN + "extractor", estimate.extractor());
        return texts;
    }

    /// Reads back what [#write(Path)] wrote.
    ///
    /// @throws StoreException if the file is no picture of ours, or its mark or texts are gone
    public static EstimatePng read(Path file) throws WorkException {
        try (var in = Files.newInputStream(file)) {
            return read(in, file);
        } catch (IOException e) {
            throw FileException.of("read the reconstruction", file, e);
        }
    }

    /// @param in up to its end; stays the caller's
    /// @param file that it comes from, for messages
    static EstimatePng read(InputStream in, Path file) throws WorkException, IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new StoreException(
                    "%s is too large for a reconstruction.".formatted(file), REMEDY);
        }
        return decoded(bytes, file);
    }

    private static EstimatePng decoded(byte[] bytes, Path file) throws StoreException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            if (reader.getWidth(0) != FaceImage.SIDE
                    || reader.getHeight(0) != EstimateMark.HEIGHT) {
                throw unmarked(file);
            }
            Map<String, String> texts = PngTexts.read(reader.getImageMetadata(0));
            Optional<FaceImage> face = EstimateMark.cut(FacePicture.of(reader.read(0)));
            return new EstimatePng(face.orElseThrow(() -> unmarked(file)), estimate(texts));
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(
                    "%s is no reconstruction that could be read (%s)."
                            .formatted(file, e.getMessage()),
                    REMEDY,
                    e);
        } finally {
            reader.dispose();
        }
    }

    private static StoreException unmarked(Path file) {
        return new StoreException(
                "%s does not carry the mark of an estimate.".formatted(file), REMEDY);
    }

    private static Estimate estimate(Map<String, String> texts) {
        return new Estimate(
                text(texts, "method"),
                text(texts, "search"),
                Long.parseLong(text(texts, "queries")),
                Double.parseDouble(text(texts, "cosine")),
                Long.parseLong(text(texts, "seed")),
                text(texts, "extractor"));
    }

    private static String text(Map<String, String> texts, String name) {
        String value = texts.get(OWN + name);
        if (value == null) {
            throw new IllegalArgumentException("it does not say its " + name);
        }
        return value;
    }
}
