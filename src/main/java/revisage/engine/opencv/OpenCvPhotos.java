package revisage.engine.opencv;

import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

import revisage.face.Photo;
import revisage.face.PhotoDecoder;
import revisage.face.PhotoException;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Decodes JPEG and PNG with OpenCV. For any number of threads.
///
/// Allowed by content only, checked in Java first: up to 100 million pixels and 256 MiB, whole from
/// the first byte to the end mark. Converted: Exif orientation, CMYK, 16 bit, grey, palette; what
/// is transparent is laid onto black, as the border of an aligned face is. Photos above 25 million
/// pixels come at half their width and height.
public final class OpenCvPhotos implements PhotoDecoder {

    private static final long MOST_BYTES = 256L << 20;

    /// A large photo in memory is some hundred MB of native code's: one at a time. Pixels.
    private static final long LARGE = 25_000_000;

    private final Lock oneLargeAtATime = new ReentrantLock();

    @Override
    public Photo decode(Path file) throws WorkException {
        return decode(bytes(file), file);
    }

    /// As [#decode(Path)], of a picture that lies in memory.
    ///
    /// @param file where it comes from, for messages
    public Photo decode(byte[] bytes, Path file) throws WorkException {
        NativeLibrary.load();
        PhotoOutline outline = PhotoOutline.of(bytes, file);
        if ((long) outline.width() * outline.height() <= LARGE) {
            return decode(bytes, outline, Imgcodecs.IMREAD_COLOR, file);
        }
        oneLargeAtATime.lock();
        try {
            return decode(bytes, outline, Imgcodecs.IMREAD_REDUCED_COLOR_2, file);
        } finally {
            oneLargeAtATime.unlock();
        }
    }

    private static byte[] bytes(Path file) throws WorkException {
        try {
            if (!Files.isRegularFile(file) && Files.exists(file)) {
                throw new PhotoException(
                        "%s is not a file.".formatted(file), "Use a JPEG or PNG file.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new PhotoException(
                        "The picture %s has more than 256 MiB.".formatted(file),
                        "Make it smaller.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileException.of("read the picture", file, e);
        }
    }

    private static Photo decode(byte[] bytes, PhotoOutline outline, int colour, Path file)
            throws PhotoException {
        // OpenCV gives alpha or turns the picture, not both. Where both are asked for, and in large
        // pictures, alpha is ignored.
        boolean alpha =
                outline.transparent() && !outline.oriented() && colour == Imgcodecs.IMREAD_COLOR;
        Mat encoded = new MatOfByte(bytes);
        try {
            return photo(
                    Imgcodecs.imdecode(encoded, alpha ? Imgcodecs.IMREAD_UNCHANGED : colour), file);
        } catch (CvException _) {
            throw undecodable(file);
        } finally {
            encoded.release();
        }
    }

    /// Releases `pixels`.
    private static Photo photo(Mat pixels, Path file) throws PhotoException {
        try {
            if (pixels.empty()) {
                throw undecodable(file);
            }
            toRgb(pixels);
            byte[] rgb = new byte[Math.toIntExact(pixels.total() * 3)];
            pixels.get(0, 0, rgb);
            return Photo.owning(pixels.cols(), pixels.rows(), rgb);
        } finally {
            pixels.release();
        }
    }

    private static PhotoException undecodable(Path file) {
        return new PhotoException(
                "The picture %s is damaged or of a rare kind and cannot be decoded."
                        .formatted(file),
                "Convert it to a plain JPEG or PNG.");
    }

    /// In place.
    private static void toRgb(Mat pixels) {
        if (pixels.depth() == CvType.CV_16U) {
            pixels.convertTo(pixels, CvType.CV_8U, 1 / 257.0);
        }
        switch (pixels.channels()) {
            case 1 -> Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_GRAY2RGB);
            case 3 -> Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_BGR2RGB);
            case 4 -> {
                Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_BGRA2RGBA);
                Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_RGBA2mRGBA);
                Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_RGBA2RGB);
            }
            default -> throw new CvException("unexpected channels: " + pixels.channels());
        }
    }
}
