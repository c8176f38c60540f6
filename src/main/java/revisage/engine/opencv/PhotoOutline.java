package revisage.engine.opencv;

import revisage.face.PhotoException;

import java.nio.ByteBuffer;

/// What the bytes of a picture say about it, read in Java before any native code sees them.
///
/// @param width pixels, 1 or more, before the camera's orientation is applied
/// @param height pixels, 1 or more
/// @param transparent whether there is an alpha channel or a transparent colour
/// @param oriented whether the picture may ask to be turned (Exif)
record PhotoOutline(int width, int height, boolean transparent, boolean oriented) {

    /// More pixels are not decoded.
    static final long MOST_PIXELS = 100_000_000;

    private static final String DAMAGED_REMEDY = "Get the picture again from where it came from.";

    /// Knows JPEG and PNG by their first bytes; the file's name plays no part. What follows the end
    /// of the picture (an archive, a second picture) is never looked at.
    ///
    /// @param name for the message
    static PhotoOutline of(byte[] bytes, Object name) throws PhotoException {
        if (bytes.length == 0) {
            throw new PhotoException("The picture %s is empty.".formatted(name), DAMAGED_REMEDY);
        }
        PhotoOutline outline;
        try {
            if (JpegOutline.begins(bytes)) {
                outline = JpegOutline.of(ByteBuffer.wrap(bytes));
            } else if (PngOutline.begins(bytes)) {
                outline = PngOutline.of(ByteBuffer.wrap(bytes));
            } else {
                throw new PhotoException(
                        "The picture %s is neither JPEG nor PNG%s.".formatted(name, guess(bytes)),
                        "Convert it to JPEG or PNG.");
            }
        } catch (Damage e) {
            throw new PhotoException(
                    "The picture %s is damaged: %s.".formatted(name, e.getMessage()),
                    DAMAGED_REMEDY);
        }
        if ((long) outline.width * outline.height > MOST_PIXELS) {
            throw new PhotoException(
                    "The picture %s claims %dx%d pixels, more than 100 million."
                            .formatted(name, outline.width, outline.height),
                    "Make it smaller.");
        }
        return outline;
    }

    private static String guess(byte[] bytes) {
        String start =
                new String(
                        bytes,
                        0,
                        Math.min(bytes.length, 12),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
        String kind =
                start.startsWith("GIF8")
                        ? "GIF"
                        : start.startsWith("BM")
                                ? "BMP"
                                : start.startsWith("RIFF") && start.endsWith("WEBP")
                                        ? "WebP"
                                        : start.startsWith("II*\0") || start.startsWith("MM\0*")
                                                ? "TIFF"
                                                : start.contains("ftyphei")
                                                                || start.contains("ftypmif")
                                                        ? "HEIF"
                                                        : start.contains("ftypavif") ? "AVIF" : "";
        return kind.isEmpty() ? "" : " (it looks like " + kind + ")";
    }

    /// The bytes do not hold together.
    static final class Damage extends Exception {

        private static final long serialVersionUID = 1;

        Damage(String message) {
            super(message);
        }
    }
}
