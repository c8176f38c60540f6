package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.face.FaceImage;
import revisage.work.WorkException;

import java.util.stream.IntStream;

/// Turns coefficients into pixels by one matrix product; where mean and axes are symmetric, by half
/// of one. One call at a time.
///
/// What a product gives is a *plane*: what coefficients add to the mean, the left half of it where
/// all is symmetric. Planes can be added up before they become pixels, so that candidates which
/// share a part cost one product ([Composer]).
public final class Decoder implements AutoCloseable {

    private final float[] mean;
    private final int components;
    private final boolean symmetric;
    private final float[] scaled;
    private final double[] sums;
    private final double[] squares;
    private final Products.Fixed scaledAxes;
    private float[] planes = {};

    /// @param products stays the caller's
    public Decoder(EigenBasis basis, Products products) throws WorkException {
        mean = basis.mean();
        components = basis.components();
        symmetric = basis.symmetric();
        int width = width();
        scaled = new float[components * width];
        sums = new double[components];
        squares = new double[components];
        float[] axes = basis.axes().data();
        float[] deviations = basis.deviations();
        IntStream.range(0, components)
                .parallel()
                .forEach(
                        i -> {
                            for (int j = 0; j < FaceImage.VALUES; j++) {
                                sums[i] += axes[i * FaceImage.VALUES + j];
                            }
                            sums[i] *= deviations[i];
                            squares[i] = (double) deviations[i] * deviations[i];
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

    /// k.
    public int components() {
        return components;
    }

    /// Values of a plane.
    int width() {
        return symmetric ? Mirror.HALF : FaceImage.VALUES;
    }

    /// Images of `m` coefficient vectors: `clip(mean + c * scaled axes, 0, 255)`.
    ///
    /// @param coefficients `(m, k)` from the start of the array on
    /// @param pixels `(m, h, w, c)` from the start of the array on are written
    public void decode(float[] coefficients, int m, float[] pixels)
            throws WorkException, InterruptedException {
        float[] made = planes(coefficients, m);
        IntStream.range(0, m)
                .parallel()
                .forEach(i -> expose(made, i * width(), made, 0, 0, pixels, i * FaceImage.VALUES));
    }

    /// The sum of the values that these coefficients add to the mean, without making them.
    double sum(float[] coefficients, int at) {
        double sum = 0;
        for (int i = 0; i < components; i++) {
            sum += coefficients[at + i] * sums[i];
        }
        return sum;
    }

    /// The sum of their squares: the axes are orthogonal.
    double squares(float[] coefficients, int at) {
        double sum = 0;
        for (int i = 0; i < components; i++) {
            sum += (double) coefficients[at + i] * coefficients[at + i] * squares[i];
        }
        return sum;
    }

    /// Planes of `m` coefficient vectors, from the start of an array that the next call overwrites.
    float[] planes(float[] coefficients, int m) throws WorkException, InterruptedException {
        if (planes.length < m * width()) {
            planes = new float[m * width()];
        }
        scaledAxes.times(coefficients, m, planes);
        return planes;
    }

    /// The planes of the axes one by one, `(k, width)`; not copied.
    float[] axisPlanes() {
        return scaled;
    }

    /// Pixels of `clip(mean + plane + length * along, 0, 255)`.
    ///
    /// @param along a plane from `alongAt` on
    /// @param pixels one face from `to` on is written
    void expose(
            float[] plane,
            int planeAt,
            float[] along,
            int alongAt,
            float length,
            float[] pixels,
            int to) {
        int full = FaceImage.SIDE * 3;
        int width = symmetric ? full / 2 : full;
        float[] value = new float[full];
        float[] base = new float[width];
        float[] moved = new float[width];
        for (int y = 0; y < FaceImage.SIDE; y++) {
            int row = y * full;
            System.arraycopy(mean, row, value, 0, width);
            System.arraycopy(plane, planeAt + y * width, base, 0, width);
            System.arraycopy(along, alongAt + y * width, moved, 0, width);
            expose(value, base, moved, length);
            if (symmetric) {
                Mirror.rightFromLeft(value, 0); // here, where it lies near, not in the pixels
            }
            System.arraycopy(value, 0, pixels, to + row, full);
        }
    }

    /// One index for all arrays: else the compiler, which cannot tell whether shifted ones overlap,
    /// takes the values one by one.
    private static void expose(float[] value, float[] base, float[] moved, float length) {
        for (int j = 0; j < base.length; j++) {
            float shown = value[j] + (base[j] + length * moved[j]);
            value[j] = Math.max(0f, Math.min(255f, shown));
        }
    }

    @Override
    public void close() {
        scaledAxes.close();
    }
}
