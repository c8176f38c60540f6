package revisage.engine.opencv;

import revisage.engine.opencv.PhotoOutline.Damage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// Walks through the chunks of a PNG, to its end, and checks each sum: so that libpng, which tells
/// its troubles to the terminal, meets only sound files.
///
/// **Source** W3C PNG (third edition), sections 5 and 11.
final class PngOutline {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int TRNS = 0x74524E53;
    private static final int EXIF = 0x65584966;
    private static final int ALPHA_BIT = 4;

    private PngOutline() {}

    static boolean begins(byte[] bytes) {
        return bytes.length >= 8 && ByteBuffer.wrap(bytes).getLong() == SIGNATURE;
    }

    static PhotoOutline of(ByteBuffer png) throws Damage {
        try {
            return walk(png.position(8));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            throw new Damage("it ends before the picture does");
        }
    }

    private static PhotoOutline walk(ByteBuffer png) throws Damage {
        int length = png.getInt();
        if (length != 13 || png.getInt() != IHDR) {
            throw new Damage("it does not begin with its size");
        }
        int width = png.getInt();
        int height = png.getInt();
        png.get();
        boolean transparent = (png.get() & ALPHA_BIT) != 0;
        if (width < 1 || height < 1) {
            throw new Damage("it does not say its size");
        }
        checkSum(png, 12, 17);
        png.position(33);
        boolean oriented = false;
        boolean data = false;
        for (int kind = 0; kind != IEND; ) {
            length = png.getInt();
            int start = png.position();
            kind = png.getInt();
            if (length < 0) {
                throw new Damage("a part of it has no length");
            }
            png.position(Math.addExact(start, 4) + Math.min(length, Integer.MAX_VALUE - start - 4));
            int end = png.position();
            checkSum(png, start, end - start);
            transparent |= kind == TRNS;
            oriented |= kind == EXIF;
            data |= kind == IDAT;
            png.position(end + 4);
        }
        if (!data) {
            throw new Damage("there is no picture in it");
        }
        return new PhotoOutline(width, height, transparent, oriented);
    }

    private static void checkSum(ByteBuffer png, int start, int length) throws Damage {
        var sum = new CRC32();
        sum.update(png.slice(start, length));
        if ((int) sum.getValue() != png.getInt(start + length)) {
            throw new Damage("a check sum is wrong");
        }
    }
}
