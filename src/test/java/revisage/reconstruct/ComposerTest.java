package revisage.reconstruct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.face.FaceImage;
import revisage.match.PlainProducts;

import java.util.List;

class ComposerTest {

    private static final int K = 4;

    private int decoded;

    private final Direction.Free here = new Direction.Free(new float[] {0.5f, -1, 2, 0});
    private final Direction.Free there = new Direction.Free(new float[] {-1, 0.25f, 0, 1});
    private final Direction.Free across = new Direction.Free(new float[] {0, 1, 1, -2});
    private final List<Candidate> candidates =
            List.of(
                    Candidate.at(here),
                    new Candidate(here, across, 0.5f),
                    new Candidate(here, across, 1.5f),
                    new Candidate(there, across, -1),
                    new Candidate(there, new Direction.Axis(3), 0.7f),
                    new Candidate(here, new Direction.Axis(0), 2));

    @Test
    void eachPictureIsThatOfTheCandidatesCoefficients() throws Exception {
        try (var decoder = new Decoder(ToyFaces.basis(K, 1), counting())) {
            float[] composed = new float[candidates.size() * FaceImage.VALUES];
            var composer = new Composer(decoder);
            composer.expect(candidates);
            composer.compose(candidates, composed);
            float[] expected = new float[FaceImage.VALUES];
            for (int i = 0; i < candidates.size(); i++) {
                decoder.decode(candidates.get(i).coefficients(), 1, expected);
                float[] own = new float[FaceImage.VALUES];
                System.arraycopy(composed, i * own.length, own, 0, own.length);
                assertArrayEquals(expected, own, 1e-3f, "candidate " + i);
            }
        }
    }

    @Test
    void whatIsSharedIsDecodedOnceOverAllParts() throws Exception {
        try (var decoder = new Decoder(ToyFaces.basis(K, 1), counting())) {
            var composer = new Composer(decoder);
            composer.expect(candidates);
            float[] pixels = new float[2 * FaceImage.VALUES];
            for (int from = 0; from < candidates.size(); from += 2) {
                composer.compose(candidates.subList(from, from + 2), pixels);
            }
            assertEquals(3, decoded, "two points and one direction; axes cost nothing");
        }
    }

    @Test
    void whatWasNotExpectedIsRefused() throws Exception {
        try (var decoder = new Decoder(ToyFaces.basis(K, 1), counting())) {
            var composer = new Composer(decoder);
            composer.expect(List.of());
            float[] pixels = new float[FaceImage.VALUES];
            assertThrows(
                    IllegalArgumentException.class,
                    () -> composer.compose(List.of(Candidate.at(here)), pixels));
        }
    }

    private Products counting() {
        var plain = new PlainProducts();
        return new Products() {
            @Override
            public Matrix times(Matrix left, Matrix right) {
                return plain.times(left, right);
            }

            @Override
            public Fixed fix(Matrix right) {
                Fixed fixed = plain.fix(right);
                return new Fixed() {
                    @Override
                    public void times(float[] left, int rows, float[] out)
                            throws revisage.work.WorkException, InterruptedException {
                        decoded += rows;
                        fixed.times(left, rows, out);
                    }

                    @Override
                    public void close() {
                        fixed.close();
                    }
                };
            }

            @Override
            public void close() {}
        };
    }
}
