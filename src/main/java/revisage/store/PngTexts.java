package revisage.store;

import org.w3c.dom.NodeList;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// PNG files whose texts say what the picture is.
final class PngTexts {

    private static final String FORMAT = "javax_imageio_png_1.0";

    /// What other programs are told by the press's own vocabulary (IPTC digital source type).
    enum Source {
        /// Computed from numbers.
        COMPUTED("algorithmicMedia"),
        /// Computed ones beside others.
        COMPOSITE("compositeSynthetic"),
        /// Nothing.
        UNSAID("");

        private final String word;

        Source(String word) {
            this.word = word;
        }
    }

    private PngTexts() {}

    /// The bytes of the file; the same input gives the same bytes.
    ///
    /// @param texts by keyword, in Latin-1
    static byte[] of(RenderedImage image, Map<String, String> texts, Source source) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            metadata.mergeTree(FORMAT, nodes(texts, source));
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode nodes(Map<String, String> texts, Source source) {
        var plain = new IIOMetadataNode("tEXt");
        texts.forEach(
                (keyword, value) -> {
                    var entry = new IIOMetadataNode("tEXtEntry");
                    entry.setAttribute("keyword", keyword);
                    entry.setAttribute("value", value);
                    plain.appendChild(entry);
                });
        var root = new IIOMetadataNode(FORMAT);
        root.appendChild(plain);
        if (source != Source.UNSAID) {
            var international = new IIOMetadataNode("iTXt");
            international.appendChild(xmp(source));
            root.appendChild(international);
        }
        return root;
    }

    private static IIOMetadataNode xmp(Source source) {
        var entry = new IIOMetadataNode("iTXtEntry");
        entry.setAttribute("keyword", "XML:com.adobe.xmp");
        entry.setAttribute("compressionFlag", "FALSE");
        entry.setAttribute("compressionMethod", "0");
        entry.setAttribute("languageTag", "");
        entry.setAttribute("translatedKeyword", "");
        entry.setAttribute(
                "text",
                """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
                xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" \
                Iptc4xmpExt:DigitalSourceType=\
                "http://cv.iptc.org/newscodes/digitalsourcetype/%s"/>\
                </rdf:RDF></x:xmpmeta>\
                """
                        .formatted(source.word));
        return entry;
    }

    /// Its plain texts by keyword.
    static Map<String, String> read(IIOMetadata metadata) {
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        NodeList entries = root.getElementsByTagName("tEXtEntry");
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < entries.getLength(); i++) {
            var entry = (IIOMetadataNode) entries.item(i);
            texts.put(entry.getAttribute("keyword"), entry.getAttribute("value"));
        }
        return texts;
    }
}
