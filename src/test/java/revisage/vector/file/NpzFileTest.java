package revisage.vector.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.vector.LeakedFile;
import revisage.vector.VectorFileException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class NpzFileTest {

    @TempDir Path folder;

    @Test
    void idsAndLabelsAreFoundByName() throws Exception {
        LeakedFile leaked = Samples.FILES.open(Samples.byNumpy("names.npz"));
        Samples.assertNumbers(leaked);
        assertEquals(Samples.list("a/1.jpg", "a/2.jpg", "ß/漢.jpg"), leaked.vectors().ids());
        assertEquals(Samples.list("a", "a", "ß"), leaked.vectors().labels());
    }

    @Test
    void packedDoublesWithNumberLabelsAreRead() throws Exception {
        LeakedFile leaked = Samples.FILES.open(Samples.byNumpy("packed.npz"));
        Samples.assertNumbers(leaked);
        assertEquals(Samples.list("7", "7", "9"), leaked.vectors().labels());
        assertEquals(Optional.empty(), leaked.vectors().ids());
    }

    @Test
    void anUnnamedArrayAndByteTextsAreRead() throws Exception {
        LeakedFile leaked = Samples.FILES.open(Samples.byNumpy("bytes.npz"));
        Samples.assertNumbers(leaked);
        assertEquals(Samples.list("a", "a", "c"), leaked.vectors().labels());
    }

    @Test
    void objectLabelsAreLeftOutAndItIsSaid() throws Exception {
        LeakedFile leaked = Samples.FILES.open(Samples.byNumpy("object-labels.npz"));
        Samples.assertNumbers(leaked);
        assertEquals(Optional.empty(), leaked.vectors().labels());
        assertTrue(String.join(" ", leaked.notices()).contains("pickled"));
    }

    @Test
    void twoTablesAreNotGuessedBetween() throws Exception {
        Path file = Samples.byNumpy("two.npz");
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("(a, b)"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pickle-0.pkl", "pickle-2.pkl", "pickle-4.pkl", "torch.pt"})
    void picklesAreRefusedWithTheReasonAndTheWayOut(String name) throws Exception { // M18
        Path file = Samples.byNumpy(name);
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("can run any program"), refusal.getMessage());
        assertTrue(refusal.remedy().contains("numpy.save"), refusal.remedy());
    }

    @Test
    void aTorchScriptProgramIsRefused() throws Exception { // M17
        Path file = Samples.byNumpy("torchscript.pt");
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("program, not data"), refusal.getMessage());
    }

    @Test
    void aZipBombIsRefused() throws Exception { // V15
        Path file = folder.resolve("bomb.npz");
        String header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (32768, 512), }".indent(0);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("vectors.npy"));
            zip.write(
                    ("\u0093NUMPY\1\0" + (char) header.length() + '\0' + header)
                            .getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 64; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertTrue(Files.size(file) < 100_000);
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("more than 100 times"), refusal.getMessage());
    }

    @Test
    void tooManyEntriesAreRefused() throws Exception {
        Path file = folder.resolve("many.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i <= 10_000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".npy"));
            }
        }
        assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
    }

    @Test
    void aZipWithoutArraysIsRefused() throws Exception {
        Path file = folder.resolve("other.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("../../x.txt"));
        }
        assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
    }

    @Test
    void theDoublesOfAnArchiveAreExact() throws Exception {
        assertArrayEquals(
                Samples.numbers(), Samples.FILES.read(Samples.byNumpy("packed.npz")).toArray());
    }
}
