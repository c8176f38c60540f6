package revisage.engine.opencv;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

import revisage.face.Alignment;
import revisage.face.FaceImage;
import revisage.face.FivePoints;
import revisage.face.Photo;
import revisage.face.PhotoException;
import revisage.face.Point;
import revisage.face.SimilarityTransform;
import revisage.work.WorkException;

/// Cuts the aligned face out of a photo: bilinear, black where the photo ends.
final class FaceWarp {

    private FaceWarp() {}

    /// @throws PhotoException if the points do not lie like those of a face in this photo
    static FaceImage align(Photo photo, FivePoints points) throws WorkException {
        NativeLibrary.load();
        SimilarityTransform transform = Alignment.toTemplate(points);
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double x = (corner & 1) * FaceImage.SIDE;
            double y = (corner >> 1) * FaceImage.SIDE;
            double at = transform.inverse().apply(new Point(x, y)).y();
            top = Math.min(top, at);
            bottom = Math.max(bottom, at);
        }
        int from = (int) Math.clamp(Math.floor(top) - 2, 0, photo.height());
        int to = (int) Math.clamp(Math.ceil(bottom) + 3, 0, photo.height());
        if (from >= to) {
            throw new PhotoException("The face lies outside of the photo.", "Use another photo.");
        }
        return warped(photo, from, to, transform);
    }

    /// Only the rows that the face needs go to the native side.
    private static FaceImage warped(Photo photo, int from, int to, SimilarityTransform t) {
        Mat source = rows(photo, from, to);
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        Mat face = new Mat();
        try {
            matrix.put(
                    0,
                    0,
                    t.a(),
                    -t.b(),
                    t.tx() - t.b() * from,
                    t.b(),
                    t.a(),
                    t.ty() + t.a() * from);
            Imgproc.warpAffine(
                    source,
                    face,
                    matrix,
                    new Size(FaceImage.SIDE, FaceImage.SIDE),
                    Imgproc.INTER_LINEAR,
                    Core.BORDER_CONSTANT,
                    new Scalar(0, 0, 0));
            byte[] rgb = new byte[FaceImage.VALUES];
            face.get(0, 0, rgb);
            return new FaceImage(rgb);
        } finally {
            source.release();
            matrix.release();
            face.release();
        }
    }

    /// Rows of the photo on the native side, copied. The caller releases them.
    static Mat rows(Photo photo, int from, int to) {
        Mat mat = new Mat(to - from, photo.width(), CvType.CV_8UC3);
        int row = photo.width() * 3;
        mat.put(new int[] {0, 0}, photo.pixels(), from * row, (to - from) * row);
        return mat;
    }
}
