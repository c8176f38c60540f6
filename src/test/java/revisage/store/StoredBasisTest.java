package revisage.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.algebra.LinearMap;
import revisage.algebra.Matrix;
import revisage.face.FaceImage;
import revisage.match.Cards;
import revisage.reconstruct.EigenBasis;
import revisage.reconstruct.SharedKnowledge;
import revisage.vector.SafeTensors;
import revisage.vector.Tensor;
import revisage.vector.VectorFileException;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

class StoredBasisTest {

    private static final int K = 3;
    private static final int D = 5;

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        StoredBasis written = new StoredBasis(basis(), Optional.of(prepared("a")));
        Path file = folder.resolve("basis.safetensors");
        written.write(file);
        StoredBasis read = StoredBasis.read(file);
        assertArrayEquals(written.basis().mean(), read.basis().mean());
        assertArrayEquals(written.basis().axes().data(), read.basis().axes().data());
        assertArrayEquals(written.basis().deviations(), read.basis().deviations());
        assertEquals(Map.of("faces", "7", "seed", "1"), read.basis().madeFrom());
        SharedKnowledge before = written.prepared().orElseThrow().knowledge();
        SharedKnowledge after = read.knowledgeOf(Cards.of("a", D), file);
        assertEquals("extractor a", read.prepared().orElseThrow().extractor());
        assertEquals(before.queries(), after.queries());
        assertSame(before.publicAnswers(), after.publicAnswers());
        assertSame(before.publicCoefficients(), after.publicCoefficients());
        assertSame(before.sampleAnswers(), after.sampleAnswers());
        assertSame(before.sampleCoefficients(), after.sampleCoefficients());
        assertSame(before.warm(), after.warm());
        assertSame(before.inverse(), after.inverse());
        assertSame(before.jacobian(), after.jacobian());
    }

    @Test
    void aSmallFileHoldsSymmetricAxesToThreeDigits() throws Exception {
        EigenBasis basis = symmetric();
        Path exact = folder.resolve("exact.safetensors");
        Path small = folder.resolve("small.safetensors");
        new StoredBasis(basis, Optional.of(prepared("a"))).write(exact);
        new StoredBasis(basis, Optional.of(prepared("a"))).write(small, StoredBasis.Form.SMALL);
        assertTrue(Files.size(small) < 0.5 * Files.size(exact));
        StoredBasis read = StoredBasis.read(small);
        assertTrue(read.basis().symmetric());
        assertArrayEquals(basis.mean(), read.basis().mean());
        assertArrayEquals(basis.deviations(), read.basis().deviations());
        assertArrayEquals(basis.axes().data(), read.basis().axes().data(), 1e-5f);
        assertArrayEquals(
                prepared("a").knowledge().jacobian().weights().data(),
                read.prepared().orElseThrow().knowledge().jacobian().weights().data(),
                2e-3f);
    }

    /// Two axes of left-right symmetric noise, of unit length.
    private static EigenBasis symmetric() {
        var random = new Random(3);
        float[] halves = new float[K * FaceImage.VALUES / 2];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (float) random.nextGaussian();
        }
        float[] mean = new float[FaceImage.VALUES];
        java.util.Arrays.fill(mean, 100);
        return EigenBasis.ofLeftHalves(mean, halves, new float[] {9, 4, 1}, new TreeMap<>());
    }

    @Test
    void theSameBasisGivesTheSameBytes() throws Exception {
        new StoredBasis(basis(), Optional.of(prepared("a"))).write(folder.resolve("1"));
        new StoredBasis(basis(), Optional.of(prepared("a"))).write(folder.resolve("2"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("1")), Files.readAllBytes(folder.resolve("2")));
    }

    @Test
    void aBasisThatIsNotPreparedSaysHowToPrepareIt() throws Exception {
        Path file = folder.resolve("basis.safetensors");
        new StoredBasis(basis(), Optional.empty()).write(file);
        var refused =
                assertThrows(
                        StoreException.class,
                        () -> StoredBasis.read(file).knowledgeOf(Cards.of("a", D), file));
        assertTrue(refused.getMessage().contains("not prepared"), refused.getMessage());
        assertTrue(refused.remedy().contains("--extractor"), refused.remedy());
    }

    @Test
    void aBasisPreparedForAnotherExtractorIsRefused() throws Exception {
        Path file = folder.resolve("basis.safetensors");
        new StoredBasis(basis(), Optional.of(prepared("a"))).write(file);
        var refused =
                assertThrows(
                        StoreException.class,
                        () -> StoredBasis.read(file).knowledgeOf(Cards.of("b", D), file));
        assertTrue(refused.getMessage().contains("extractor a"), refused.getMessage());
        assertTrue(refused.getMessage().contains("bbbbbbbbbbbb"), refused.getMessage());
    }

    @Test
    void anotherFormatVersionIsRefused() throws Exception {
        assertTrue(refusal("format_version", "2").contains("'2'"));
    }

    @Test
    void tensorsOfAnotherPurposeAreRefused() throws Exception {
        assertTrue(refusal("format", "something").contains("not a basis"));
    }

    @Test
    void wrongShapesAreRefused() throws Exception {
        long side = FaceImage.SIDE;
        assertTrue(
                refusal("mean", Tensor.floats(new float[FaceImage.VALUES], 3, side, side))
                        .contains("[3, 112, 112]"));
        assertTrue(refusal("axes", Tensor.floats(new float[6], 2, 3)).contains("[2, 3]"));
        assertTrue(refusal("deviations", Tensor.floats(new float[4], 4)).contains("[4]"));
        assertTrue(
                refusal("shared.warm.to", Tensor.floats(new float[K + 1], K + 1)).contains("[4]"));
        assertTrue(
                refusal("shared.sample_answers", Tensor.floats(new float[3], 3)).contains("[3]"));
        assertTrue(
                refusal("shared.public_coefficients", Tensor.floats(new float[K], 1, K))
                        .contains("sizes"));
    }

    @Test
    void numbersThatCannotBeAreRefused() throws Exception {
        assertTrue(
                refusal("deviations", Tensor.floats(new float[] {1, 2, 1}, K))
                        .contains("deviation 1"));
        assertTrue(
                refusal("deviations", Tensor.floats(new float[] {3, 2, 0}, K))
                        .contains("deviation 2"));
        float[] mean = new float[FaceImage.VALUES];
        mean[9] = Float.NaN;
        long side = FaceImage.SIDE;
        assertTrue(refusal("mean", Tensor.floats(mean, side, side, 3)).contains("NaN"));
    }

    @Test
    void aMissingTensorIsNamed() throws Exception {
        Path file = written();
        SafeTensors found = SafeTensors.read(file);
        var tensors = new TreeMap<>(found.tensors());
        tensors.remove("shared.jacobian.from");
        SafeTensors.write(file, new TreeMap<>(found.metadata()), tensors);
        var refused = assertThrows(VectorFileException.class, () -> StoredBasis.read(file));
        assertTrue(refused.getMessage().contains("jacobian.from"), refused.getMessage());
    }

    private String refusal(String name, Tensor instead) throws Exception {
        Path file = written();
        SafeTensors found = SafeTensors.read(file);
        var tensors = new TreeMap<>(found.tensors());
        tensors.put(name, instead);
        SafeTensors.write(file, new TreeMap<>(found.metadata()), tensors);
        return message(file);
    }

    private String refusal(String key, String instead) throws Exception {
        Path file = written();
        SafeTensors found = SafeTensors.read(file);
        var words = new TreeMap<>(found.metadata());
        words.put(key, instead);
        SafeTensors.write(file, words, found.tensors());
        return message(file);
    }

    private static String message(Path file) {
        WorkException refused = assertThrows(StoreException.class, () -> StoredBasis.read(file));
        return String.valueOf(refused.getMessage());
    }

    private Path written() throws Exception {
        Path file = folder.resolve("basis.safetensors");
        new StoredBasis(basis(), Optional.of(prepared("a"))).write(file);
        return file;
    }

    private static EigenBasis basis() {
        var dice = new Random(1);
        float[] deviations = {30, 20, 10};
        var words = new TreeMap<>(Map.of("faces", "7", "seed", "1"));
        return new EigenBasis(
                random(dice, 1, FaceImage.VALUES).data(),
                random(dice, K, FaceImage.VALUES),
                deviations,
                words);
    }

    private static StoredBasis.Prepared prepared(String letter) {
        var dice = new Random(2);
        var known =
                new SharedKnowledge(
                        letter.repeat(64),
                        random(dice, 7, D),
                        random(dice, 7, K),
                        random(dice, 4, D),
                        random(dice, 4, K),
                        map(dice, D, K),
                        map(dice, D, K),
                        map(dice, K, D),
                        11);
        return new StoredBasis.Prepared("extractor " + letter, known);
    }

    private static LinearMap map(Random dice, int from, int to) {
        return new LinearMap(
                random(dice, from, to), random(dice, 1, from).data(), random(dice, 1, to).data());
    }

    private static Matrix random(Random dice, int rows, int columns) {
        float[] data = new float[rows * columns];
        for (int i = 0; i < data.length; i++) {
            data[i] = dice.nextFloat();
        }
        return new Matrix(rows, columns, data);
    }

    private static void assertSame(Matrix expected, Matrix actual) {
        assertEquals(expected.rows(), actual.rows());
        assertEquals(expected.columns(), actual.columns());
        assertArrayEquals(expected.data(), actual.data());
    }

    private static void assertSame(LinearMap expected, LinearMap actual) {
        assertSame(expected.weights(), actual.weights());
        assertArrayEquals(expected.from(), actual.from());
        assertArrayEquals(expected.to(), actual.to());
    }
}
