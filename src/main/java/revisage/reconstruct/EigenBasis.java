package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.face.FaceImage;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Eigenfaces: the mean face and the principal axes of aligned faces.
///
/// An image is `x(c) = clip(mean + sum_i c_i deviation_i axis_i, 0, 255)`; the whitened
/// coefficients `c` of faces have mean 0 and mean square 1. **Source** Turk and Pentland,
/// *Eigenfaces for recognition*, 1991; whitening and clipping as methods.md 1.7 of this project.
public final class EigenBasis {

    private final float[] mean;
    private final Matrix axes;
    private final float[] deviations;
    private final SortedMap<String, String> madeFrom;

    /// @param mean shape `(h, w, c)`, 0..255
    /// @param axes `(k, h * w * c)`, rows of length 1, orthogonal, by falling variance
    /// @param deviations k standard deviations, falling, all above 0
    /// @param madeFrom what it was fitted to, in words; kept with the file
    public EigenBasis(
            float[] mean, Matrix axes, float[] deviations, SortedMap<String, String> madeFrom) {
        if (mean.length != FaceImage.VALUES
                || axes.columns() != FaceImage.VALUES
                || deviations.length != axes.rows()
                || axes.rows() < 1) {
            throw new IllegalArgumentException(
                    "mean %d, axes %dx%d, deviations %d"
                            .formatted(
                                    mean.length, axes.rows(), axes.columns(), deviations.length));
        }
        this.mean = mean.clone();
        this.axes = axes;
        this.deviations = deviations.clone();
        this.madeFrom = Collections.unmodifiableSortedMap(new TreeMap<>(madeFrom));
    }

    /// A basis of faces whose left and right are alike, from the left halves of its axes.
    ///
    /// @param halves `(k, h, w / 2, c)`; the axes become unit length
    public static EigenBasis ofLeftHalves(
            float[] mean, float[] halves, float[] deviations, SortedMap<String, String> madeFrom) {
        Matrix axes = Matrix.zero(deviations.length, FaceImage.VALUES);
        for (int i = 0; i < deviations.length; i++) {
            Mirror.unfold(halves, i * Mirror.HALF, axes.data(), i * FaceImage.VALUES);
            double squares = 0;
            for (int j = 0; j < Mirror.HALF; j++) {
                squares += 2.0 * halves[i * Mirror.HALF + j] * halves[i * Mirror.HALF + j];
            }
            float scale = (float) (1 / Math.sqrt(squares));
            for (int j = 0; j < FaceImage.VALUES; j++) {
                axes.data()[i * FaceImage.VALUES + j] *= scale;
            }
        }
        return new EigenBasis(mean, axes, deviations, madeFrom);
    }

    /// The left halves of the axes, `(k, h, w / 2, c)`.
    public float[] leftHalves() {
        float[] halves = new float[components() * Mirror.HALF];
        for (int i = 0; i < components(); i++) {
            Mirror.fold(axes.data(), i * FaceImage.VALUES, halves, i * Mirror.HALF);
        }
        return halves;
    }

    /// Whether left and right of mean and axes are alike, up to what rounding makes of symmetric
    /// faces: a thousandth of an axis' mean magnitude, a hundredth of a grey value of the mean.
    public boolean symmetric() {
        float tolerance = (float) (1e-3 / Math.sqrt(FaceImage.VALUES));
        return Mirror.symmetric(mean, 0, 1e-2f)
                && IntStream.range(0, components())
                        .parallel()
                        .allMatch(
                                i ->
                                        Mirror.symmetric(
                                                axes.data(), i * FaceImage.VALUES, tolerance));
    }

    /// k.
    public int components() {
        return axes.rows();
    }

    /// A copy; shape `(h, w, c)`, 0..255.
    public float[] mean() {
        return mean.clone();
    }

    /// `(k, h * w * c)`, rows of length 1; not copied.
    public Matrix axes() {
        return axes;
    }

    /// A copy; k standard deviations, grey values.
    public float[] deviations() {
        return deviations.clone();
    }

    /// What it was fitted to.
    public SortedMap<String, String> madeFrom() {
        return madeFrom;
    }
}
