package revisage.engine.opencv;

import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.FaceDetectorYN;

import revisage.face.FaceFinder;
import revisage.face.FaceImage;
import revisage.face.FivePoints;
import revisage.face.FoundFace;
import revisage.face.Photo;
import revisage.face.Point;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/// Finds faces with OpenCV's `FaceDetectorYN`. For any number of threads, each with a detector of
/// its own.
///
/// **Source** Wu, Peng, Yu, *YuNet: a tiny millisecond-level face detector*, MIR 2023.
public final class YuNetFinder implements FaceFinder {

    /// Longest edge that is searched first. Pixels.
    private static final int EDGE = 640;

    /// Longest edge that is searched where nothing was found: for small faces in large photos.
    private static final int LONG_EDGE = 1_600;

    private static final int VALUES = 15;

    private final YuNetModel model;
    private final ConcurrentLinkedDeque<FaceDetectorYN> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private YuNetFinder(YuNetModel model) {
        this.model = model;
    }

    /// Reads and tries the model. The caller closes the finder.
    ///
    /// @param file a YuNet ONNX file
    /// @throws OpenCvException if it is none
    public static YuNetFinder open(Path file) throws WorkException {
        return new YuNetFinder(YuNetModel.load(file));
    }

    @Override
    public List<FoundFace> find(Photo photo) throws WorkException {
        if (closed.get()) {
            throw new IllegalStateException("the face finder is closed");
        }
        FaceDetectorYN ready = idle.poll();
        FaceDetectorYN detector = ready == null ? model.detector() : ready;
        Mat whole = FaceWarp.rows(photo, 0, photo.height());
        try {
            int longest = Math.max(photo.width(), photo.height());
            double fit = Math.min(1, (double) EDGE / longest);
            List<FoundFace> faces = search(detector, whole, fit, 0);
            if (faces.isEmpty()) {
                // A face that fills the photo is found once there is something around it.
                faces = search(detector, whole, fit / 2, (int) (longest * fit / 4));
            }
            if (faces.isEmpty() && longest > EDGE) {
                faces = search(detector, whole, Math.min(1, (double) LONG_EDGE / longest), 0);
            }
            return faces;
        } catch (CvException e) {
            throw new OpenCvException(
                    "OpenCV failed while it searched a photo for faces.",
                    "Try again; report it if it stays.",
                    e);
        } finally {
            whole.release();
            idle.push(detector);
        }
    }

    /// @param scale 0..1, of the copy that is searched
    /// @param border black pixels around the copy
    private static List<FoundFace> search(
            FaceDetectorYN detector, Mat photo, double scale, int border) {
        int width = (int) Math.max(1, Math.round(photo.cols() * scale));
        int height = (int) Math.max(1, Math.round(photo.rows() * scale));
        Mat copy = new Mat();
        Mat found = new Mat();
        try {
            Imgproc.resize(photo, copy, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
            Imgproc.cvtColor(copy, copy, Imgproc.COLOR_RGB2BGR);
            if (border > 0) {
                Core.copyMakeBorder(
                        copy,
                        copy,
                        border,
                        border,
                        border,
                        border,
                        Core.BORDER_CONSTANT,
                        new Scalar(0));
            }
            detector.setInputSize(copy.size());
            detector.detect(copy, found);
            float[] values = new float[found.rows() * VALUES];
            if (values.length > 0) {
                found.get(0, 0, values);
            }
            var back =
                    new Back((double) photo.cols() / width, (double) photo.rows() / height, border);
            var faces = new ArrayList<FoundFace>();
            for (int i = 0; i < values.length; i += VALUES) {
                back.face(values, i).ifPresent(faces::add);
            }
            return List.copyOf(faces);
        } finally {
            copy.release();
            found.release();
        }
    }

    @Override
    public FaceImage align(Photo photo, FivePoints points) throws WorkException {
        return FaceWarp.align(photo, points);
    }

    @Override
    public void close() {
        closed.set(true);
        // The garbage collector frees the native side: the bindings offer no other way.
        idle.clear();
    }

    /// From the searched copy back to the photo. A pixel's middle has whole coordinates.
    private record Back(double x, double y, int border) {

        private double x(double at) {
            return (at - border + 0.5) * x - 0.5;
        }

        private double y(double at) {
            return (at - border + 0.5) * y - 0.5;
        }

        private Point point(float[] v, int i) {
            return new Point(x(v[i]), y(v[i + 1]));
        }

        /// YuNet's row: box, the person's right eye (left in the picture), left eye, nose, right
        /// and left corner of the mouth, score.
        Optional<FoundFace> face(float[] v, int i) {
            for (int k = 0; k < VALUES; k++) {
                if (!Float.isFinite(v[i + k])) {
                    return Optional.empty();
                }
            }
            var points =
                    new FivePoints(
                            point(v, i + 4),
                            point(v, i + 6),
                            point(v, i + 8),
                            point(v, i + 10),
                            point(v, i + 12));
            return Optional.of(
                    new FoundFace(
                            x(v[i]), y(v[i + 1]), v[i + 2] * x, v[i + 3] * y, points, v[i + 14]));
        }
    }
}
