package revisage.engine.opencv;

import nu.pattern.OpenCV;

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

/// Decodes JPEG and PNG with OpenCV.
public final class OpenCvPhotos implements PhotoDecoder {

    @Override
    public Photo decode(Path file) throws WorkException {
        OpenCV.loadLocally();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileException.of("read the picture", file, e);
        }
        Mat encoded = new MatOfByte(bytes);
        Mat bgr = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_COLOR);
        Mat rgb = new Mat();
        try {
            if (bgr.empty()) {
                throw new PhotoException(
                        "The picture %s cannot be decoded.".formatted(file),
                        "Use a JPEG or PNG file.");
            }
            Imgproc.cvtColor(bgr, rgb, Imgproc.COLOR_BGR2RGB);
            byte[] pixels = new byte[rgb.rows() * rgb.cols() * 3];
            rgb.get(0, 0, pixels);
            return new Photo(rgb.cols(), rgb.rows(), pixels);
        } finally {
            encoded.release();
            bgr.release();
            rgb.release();
        }
    }
}
