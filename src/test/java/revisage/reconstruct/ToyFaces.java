package revisage.reconstruct;

import revisage.algebra.Matrix;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;

import java.util.Random;
import java.util.TreeMap;

/// A small made-up basis, and an extractor that is a random projection: both known completely.
final class ToyFaces {

    private ToyFaces() {}

    /// Random orthogonal axes, falling deviations, a mean that slopes from 60 to 200.
    static EigenBasis basis(int components, long seed) {
        Random random = new Random(seed);
        float[] axes = new float[components * FaceImage.VALUES];
        for (int i = 0; i < components; i++) {
            double[] axis = random.doubles(FaceImage.VALUES, -1, 1).toArray();
            for (int other = 0; other < i; other++) {
                double dot = 0;
                for (int j = 0; j < axis.length; j++) {
                    dot += axis[j] * axes[other * axis.length + j];
                }
                for (int j = 0; j < axis.length; j++) {
                    axis[j] -= dot * axes[other * axis.length + j];
                }
            }
            double squares = 0;
            for (double value : axis) {
                squares += value * value;
            }
            for (int j = 0; j < axis.length; j++) {
                axes[i * axis.length + j] = (float) (axis[j] / Math.sqrt(squares));
            }
        }
        float[] mean = new float[FaceImage.VALUES];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = 60 + 140f * j / mean.length;
        }
        float[] deviations = new float[components];
        for (int i = 0; i < components; i++) {
            deviations[i] = 4000f / (1 + i);
        }
        return new EigenBasis(
                mean, new Matrix(components, FaceImage.VALUES, axes), deviations, new TreeMap<>());
    }

    /// `(dimension, VALUES)`, each row a combination of the basis' axes, so that every direction of
    /// the answer can be reached.
    static float[] projection(EigenBasis basis, int dimension, long seed) {
        Random random = new Random(seed);
        float[] rows = new float[dimension * FaceImage.VALUES];
        float[] axes = basis.axes().data();
        for (int i = 0; i < dimension; i++) {
            for (int c = 0; c < basis.components(); c++) {
                float weight = (float) random.nextGaussian() / basis.deviations()[c];
                for (int j = 0; j < FaceImage.VALUES; j++) {
                    rows[i * FaceImage.VALUES + j] += weight * axes[c * FaceImage.VALUES + j];
                }
            }
        }
        return rows;
    }

    /// One number a face, from a linear extractor; counts the faces it was asked for.
    static final class Linear implements Access.Scores {

        private final float[] projection;
        private final float[] offset;
        private final double[][] targets;
        long queries;

        /// @param targets each of as many numbers as the projection has rows
        Linear(float[] projection, EigenBasis basis, double[][] targets) {
            this.projection = projection;
            this.targets = targets;
            offset = basis.mean();
        }

        @Override
        public int dimension() {
            return projection.length / FaceImage.VALUES;
        }

        /// Not scaled to length 1; the mean face gives a small constant in the first number.
        double[] answer(float[] pixels, int at) {
            double[] answer = new double[dimension()];
            for (int i = 0; i < answer.length; i++) {
                double sum = i == 0 ? 0.01 : 0;
                for (int j = 0; j < FaceImage.VALUES; j++) {
                    sum += projection[i * FaceImage.VALUES + j] * (pixels[at + j] - offset[j]);
                }
                answer[i] = sum;
            }
            return answer;
        }

        @Override
        public double[] scores(FaceBatch candidates, int[] asked) {
            double[] cosines = new double[candidates.count()];
            java.util.stream.IntStream.range(0, cosines.length)
                    .parallel()
                    .forEach(
                            i ->
                                    cosines[i] =
                                            cosine(
                                                    answer(
                                                            candidates.pixels(),
                                                            i * FaceImage.VALUES),
                                                    targets[asked[i]]));
            queries += cosines.length;
            return cosines;
        }
    }

    static double cosine(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }

    static double[] gaussian(int length, long seed) {
        Random random = new Random(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
