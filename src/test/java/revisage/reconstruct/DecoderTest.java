package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.face.FaceImage;
import revisage.match.PlainProducts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

class DecoderTest {

    private final List<Integer> widths = new ArrayList<>();

    @Test
    void itIsTheMeanAndTheScaledAxesAdded() throws Exception {
        assertAsByHand(ToyFaces.basis(3, 1));
        assertEquals(List.of(FaceImage.VALUES), widths);
    }

    @Test
    void symmetricAxesCostHalfAndGiveTheSame() throws Exception {
        EigenBasis any = ToyFaces.basis(3, 1);
        float[] axes = any.axes().data().clone();
        for (int i = 0; i < 3; i++) {
            Mirror.average(axes, i * FaceImage.VALUES);
            assertTrue(Mirror.symmetric(axes, i * FaceImage.VALUES, 0));
            assertFalse(Mirror.symmetric(any.axes().data(), i * FaceImage.VALUES, 1e-4f));
        }
        float[] mean = any.mean();
        Mirror.average(mean, 0);
        var matrix = new Matrix(3, FaceImage.VALUES, axes);
        assertAsByHand(new EigenBasis(mean, matrix, any.deviations(), new TreeMap<>()));
        mean[0] += 20;
        assertAsByHand(new EigenBasis(mean, matrix, any.deviations(), new TreeMap<>()));
        assertEquals(List.of(Mirror.HALF, FaceImage.VALUES), widths, "only where all is alike");
    }

    private void assertAsByHand(EigenBasis basis) throws Exception {
        float[] c = {0.5f, -1, 2, -0.25f, 0.75f, -3};
        float[] pixels = new float[2 * FaceImage.VALUES];
        try (var decoder = new Decoder(basis, listening())) {
            decoder.decode(c, 2, pixels);
        }
        float[] mean = basis.mean();
        float[] deviations = basis.deviations();
        float[] expected = new float[2 * FaceImage.VALUES];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < FaceImage.VALUES; j++) {
                double sum = mean[j];
                for (int l = 0; l < 3; l++) {
                    sum += (double) c[i * 3 + l] * deviations[l] * basis.axes().at(l, j);
                }
                expected[i * FaceImage.VALUES + j] = (float) Math.clamp(sum, 0, 255);
            }
        }
        assertArrayEquals(expected, pixels, 1e-3f);
    }

    private Products listening() {
        var plain = new PlainProducts();
        return new Products() {
            @Override
            public Matrix times(Matrix left, Matrix right) {
                return plain.times(left, right);
            }

            @Override
            public Fixed fix(Matrix right) {
                widths.add(right.columns());
                return plain.fix(right);
            }

            @Override
            public void close() {}
        };
    }
}
