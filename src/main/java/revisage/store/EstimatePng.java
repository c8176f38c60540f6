package revisage.store;

import org.w3c.dom.NodeList;

import revisage.face.EstimateMark;
import revisage.face.FaceImage;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A computed face as a PNG file, 112 x 128: the face, the visible [EstimateMark] below it, and in
/// its texts what it is and how it came about. The same estimate gives the same bytes.
///
/// @param face to the last bit as it was written
/// @param estimate how it came about
public record EstimatePng(FaceImage face, Estimate estimate) {

    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final String OWN = "revisage:";
    private static final int MOST_BYTES = 1 << 20;
    private static final String REMEDY = "Name a picture that revisage reconstruct has written.";

    /// Tells other programs by the press's own vocabulary (IPTC digital source type).
    private static final String XMP =
            """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
            xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" \
            Iptc4xmpExt:DigitalSourceType=\
            "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"/>\
            </rdf:RDF></x:xmpmeta>\
            """;

    /// Writes the file whole or not at all.
    public void write(Path file) throws WorkException, InterruptedException {
        byte[] bytes = encoded();
        WholeFile.write("write the reconstruction", file, bytes);
    }

    /// The bytes of the file.
    public byte[] encoded() {
        var image = FacePicture.of(EstimateMark.under(face));
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            metadata.mergeTree(FORMAT, texts());
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private IIOMetadataNode texts() {
        String by = estimate.search().isEmpty() ? "" : ", search " + estimate.search();
        var plain = new IIOMetadataNode("tEXt");
        add(plain, "Title", "Estimate of a face, not a photograph");
        add(
                plain,
                "Description",
                "An estimate computed from a feature vector by %s%s; not a photograph."
                        .formatted(estimate.method(), by));
        add(plain, "Software", "Revisage");
        add(plain, OWN + "method", estimate.method());
        add(plain, OWN + "search", estimate.search());
        add(plain, OWN + "queries", Long.toString(estimate.queries()));
        add(plain, OWN + "cosine", String.format(Locale.ROOT, "%.6f", estimate.cosine()));
        add(plain, OWN + "seed", Long.toString(estimate.seed()));
        add(plain, OWN + "extractor", estimate.extractor());
        var entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", "XML:com.adobe.xmp");
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute("text", XMP);
        var international = new IIOMetadataNode("iTXt");
        international.appendChild(entry);
        var root = new IIOMetadataNode(FORMAT);
        root.appendChild(plain);
        root.appendChild(international);
        return root;
    }

    private static void add(IIOMetadataNode texts, String keyword, String value) {
        var entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", keyword);
        entry.setAttribute("value", value);
        texts.appendChild(entry);
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
            Map<String, String> texts = texts(reader.getImageMetadata(0));
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

    private static Map<String, String> texts(IIOMetadata metadata) {
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        NodeList entries = root.getElementsByTagName("tEXtEntry");
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < entries.getLength(); i++) {
            var entry = (IIOMetadataNode) entries.item(i);
            texts.put(entry.getAttribute("keyword"), entry.getAttribute("value"));
        }
        return texts;
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
