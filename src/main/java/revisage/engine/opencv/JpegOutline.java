package revisage.engine.opencv;

import revisage.engine.opencv.PhotoOutline.Damage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// Walks through the segments and scans of a JPEG, to its end marker. OpenCV itself fills what a
/// truncated file lacks without a word.
///
/// **Source** ITU-T T.81, annex B.
final class JpegOutline {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP1 = 0xE1;

    /// A progressive picture has about ten; hundreds only keep a decoder busy.
    private static final int MOST_SCANS = 100;

    private JpegOutline() {}

    static boolean begins(byte[] bytes) {
        return bytes.length > 2
                && bytes[0] == (byte) 0xFF
                && bytes[1] == (byte) START
                && bytes[2] == (byte) 0xFF;
    }

    static PhotoOutline of(ByteBuffer jpeg) throws Damage {
        try {
            return walk(jpeg.position(2));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            throw new Damage("it ends before the picture does");
        }
    }

    private static PhotoOutline walk(ByteBuffer jpeg) throws Damage {
        int width = 0;
        int height = 0;
        boolean oriented = false;
        int scans = 0;
        for (int marker = nextMarker(jpeg); marker != END; marker = nextMarker(jpeg)) {
            if (standsAlone(marker)) {
                continue;
            }
            int start = jpeg.position();
            int length = jpeg.getShort() & 0xFFFF;
            if (length < 2) {
                throw new Damage("a segment has no length");
            }
            if (isFrame(marker)) {
                if (width > 0) {
                    throw new Damage("it says its size twice");
                }
                jpeg.get();
                height = jpeg.getShort() & 0xFFFF;
                width = jpeg.getShort() & 0xFFFF;
                if (width == 0 || height == 0) {
                    throw new Damage("it does not say its size");
                }
            }
            oriented |= marker == APP1;
            scans += marker == SCAN ? 1 : 0;
            jpeg.position(start + length);
        }
        if (width == 0 || scans == 0) {
            throw new Damage("there is no picture in it");
        }
        if (scans > MOST_SCANS) {
            throw new Damage("it has %d scans".formatted(scans));
        }
        return new PhotoOutline(width, height, false, oriented);
    }

    /// Skips what is no marker: compressed data with its stuffed zeros, fill bytes.
    private static int nextMarker(ByteBuffer jpeg) {
        while (true) {
            while (jpeg.get() != (byte) 0xFF) {
                // on to the next marker
            }
            int marker = jpeg.get() & 0xFF;
            while (marker == 0xFF) {
                marker = jpeg.get() & 0xFF;
            }
            if (marker != 0) {
                return marker;
            }
        }
    }

    /// Restart markers, TEM and a second start.
    private static boolean standsAlone(int marker) {
        return (marker >= 0xD0 && marker <= START) || marker == 0x01;
    }

    /// SOF0 to SOF15 without the tables that lie between them.
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }
}
