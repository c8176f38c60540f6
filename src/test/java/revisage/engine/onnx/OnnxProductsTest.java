package revisage.engine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import revisage.algebra.Matrix;
import revisage.match.PlainProducts;

import java.util.Random;

@Tag("engine")
class OnnxProductsTest {

    @Test
    void aProductByHand() throws Exception {
        try (var products = new OnnxProducts()) {
            Matrix product =
                    products.times(
                            new Matrix(2, 2, new float[] {1, 2, 3, 4}),
                            new Matrix(2, 1, new float[] {5, 6}));
            assertArrayEquals(new float[] {17, 39}, product.data());
        }
    }

    @Test
    void aPackedSideGivesWhatThePlainProductGives() throws Exception {
        int inner = 65;
        int columns = (1 << 20) / inner + 7; // large enough to be packed
        Matrix right = noise(inner, columns, 1);
        try (var products = new OnnxProducts();
                var fixed = products.fix(right)) {
            for (int m : new int[] {1, 3, 2}) {
                Matrix left = noise(m, inner, m);
                float[] out = new float[m * columns + 5];
                fixed.times(left.data(), m, out);
                float[] plain = new PlainProducts().times(left, right).data();
                assertArrayEquals(
                        plain, java.util.Arrays.copyOf(out, plain.length), 2e-4f); // 65 terms
            }
        }
    }

    private static Matrix noise(int rows, int columns, long seed) {
        var random = new Random(seed);
        Matrix out = Matrix.zero(rows, columns);
        for (int i = 0; i < out.data().length; i++) {
            out.data()[i] = (float) random.nextGaussian();
        }
        return out;
    }
}
