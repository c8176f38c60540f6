package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.face.FaceImage;
import revisage.work.WorkException;

import java.util.stream.IntStream;

/// Turns coefficients into pixels by one matrix product; where all axes are symmetric, by half of
/// one. One call at a time.
public final class Decoder implements AutoCloseable {

    private final float[] mean;
    private final int components;
    private final boolean symmetric;
    private final Products.Fixed scaledAxes;
    private float[] halves = {};

    /// @param products stays the caller's
    public Decoder(EigenBasis basis, Products products) throws WorkException {
        mean = basis.mean();
        components = basis.components();
        symmetric = symmetric(basis);
        int width = symmetric ? Mirror.HALF : FaceImage.VALUES;
        float[] scaled = new float[components * width];
        float[] axes = basis.axes().data();
        float[] deviations = basis.deviations();
        IntStream.range(0, components)
                .parallel()
                .forEach(
                        i -> {
                            if (symmetric) {
                                Mirror.fold(axes, i * FaceImage.VALUES, scaled, i * width);
                            } else {
                                System.arraycopy(axes, i * width, scaled, i * width, width);
                            }
                            for (int j = 0; j < width; j++) {
                                scaled[i * width + j] *= deviations[i];
                            }
                        });
        scaledAxes = products.fix(new Matrix(components, width, scaled));
    }

    /// Up to what rounding makes of symmetric faces: a thousandth of an axis' mean magnitude.
    private static boolean symmetric(EigenBasis basis) {
        float tolerance = (float) (1e-3 / Math.sqrt(FaceImage.VALUES));
        return IntStream.range(0, basis.components())
                .parallel()
                .allMatch(
                        i ->
                                Mirror.symmetric(
                                        basis.axes().data(), i * FaceImage.VALUES, tolerance));
    }

    /// k.
    public int components() {
        return components;
    }

    /// Images of `m` coefficient vectors: `clip(mean + c * scaled axes, 0, 255)`.
    ///
    /// @param coefficients `(m, k)` from the start of the array on
    /// @param pixels `(m, h, w, c)` from the start of the array on are written
    public void decode(float[] coefficients, int m, float[] pixels)
            throws WorkException, InterruptedException {
        offsets(coefficients, m, pixels);
        IntStream.range(0, m)
                .parallel()
                .forEach(
                        i -> {
                            int at = i * FaceImage.VALUES;
                            for (int j = 0; j < FaceImage.VALUES; j++) {
                                pixels[at + j] = Math.clamp(pixels[at + j] + mean[j], 0f, 255f);
                            }
                        });
    }

    /// What `m` coefficient vectors add to the mean: `c * scaled axes`, not clipped.
    public void offsets(float[] coefficients, int m, float[] pixels)
            throws WorkException, InterruptedException {
        if (!symmetric) {
            scaledAxes.times(coefficients, m, pixels);
            return;
        }
        if (halves.length < m * Mirror.HALF) {
            halves = new float[m * Mirror.HALF];
        }
        scaledAxes.times(coefficients, m, halves);
        IntStream.range(0, m)
                .parallel()
                .forEach(i -> Mirror.unfold(halves, i * Mirror.HALF, pixels, i * FaceImage.VALUES));
    }

    @Override
    public void close() {
        scaledAxes.close();
    }
}
