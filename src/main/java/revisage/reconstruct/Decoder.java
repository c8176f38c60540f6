package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.face.FaceImage;
import revisage.work.WorkException;

import java.util.stream.IntStream;

/// Turns coefficients into pixels by one matrix product.
public final class Decoder implements AutoCloseable {

    private final float[] mean;
    private final int components;
    private final Products.Fixed scaledAxes;

    /// @param products stays the caller's
    public Decoder(EigenBasis basis, Products products) throws WorkException {
        mean = basis.mean();
        components = basis.components();
        float[] scaled = basis.axes().data().clone();
        float[] deviations = basis.deviations();
        IntStream.range(0, components)
                .parallel()
                .forEach(
                        i -> {
                            for (int j = 0; j < FaceImage.VALUES; j++) {
                                scaled[i * FaceImage.VALUES + j] *= deviations[i];
                            }
                        });
        scaledAxes = products.fix(new Matrix(components, FaceImage.VALUES, scaled));
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
        scaledAxes.times(coefficients, m, pixels);
    }

    @Override
    public void close() {
        scaledAxes.close();
    }
}
