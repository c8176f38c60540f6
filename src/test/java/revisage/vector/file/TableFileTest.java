package revisage.vector.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.vector.LeakedFile;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

class TableFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5,2\n-3e0,.25\n",
                "1.5\t2\r\n-3\t2.5E-1\r\n", // tabs, CRLF
                "\uFEFF1.5,2\n-3,0.25\n", // a byte order mark
                "1.5;2\n-3;0.25\n",
                "1.5 2\n-3  0.25\n",
                "# by numpy\n1.5,2\n-3,0.25\n",
                "a,b\n1.5,2\n-3,0.25",
                "0,1\n1.5,2\n-3,0.25\n", // pandas counts its columns
                ",0,1\n0,1.5,2\n1,-3,0.25\n", // and its rows
                "\"1.5\",\"2\"\n\n\"-3\",\"0.25\"\n\n",
                "\"[1.5, 2]\"\n\"[-3, 0.25]\"\n",
                "vector\n[1.5 2]\n[ -3.  0.25]\n"
            })
    void theUsualTablesAreRead(String text) throws Exception {
        VectorSet vectors = open(text).vectors();
        assertEquals(2, vectors.count());
        assertArrayEquals(new float[] {1.5f, 2, -3, .25f}, vectors.toArray());
    }

    @Test
    void idAndLabelAreFoundByName() throws Exception {
        VectorSet vectors = open("image,Person,d0,d1\n1,x,1.5,2\n\"2, b\",y,3,4\n").vectors();
        assertArrayEquals(new float[] {1.5f, 2, 3, 4}, vectors.toArray());
        assertEquals(Samples.list("1", "2, b"), vectors.ids());
        assertEquals(Samples.list("x", "y"), vectors.labels());
    }

    @Test
    void aNamedColumnIsNoComponentEvenWhereItLooksLikeOne() throws Exception {
        VectorSet vectors = open("label,a,b\n3.0,1.5,2\n4.0,3,4\n").vectors();
        assertEquals(Samples.list("3.0", "4.0"), vectors.labels());
        assertEquals(2, vectors.dimension());
        assertEquals(3, open("x,y,z\n1.5,2.5,3\n").vectors().dimension());
    }

    @Test
    void wordsWithoutAHeaderAreIdsWhereUniqueAndLabelsWhereNot() throws Exception {
        VectorSet vectors = open("ann,a.jpg,1.5,2\nann,b.jpg,3,4\n").vectors();
        assertEquals(Samples.list("a.jpg", "b.jpg"), vectors.ids());
        assertEquals(Samples.list("ann", "ann"), vectors.labels());
        assertEquals(Samples.list("a", "b"), open("1.5,2,a\n3,4,b\n").vectors().ids());
        assertEquals(Samples.list("a", "a"), open("1.5,2,a\n3,4,a\n").vectors().labels());
    }

    @Test
    void aVectorMayStandInOneCell() throws Exception {
        VectorSet vectors =
                open("id,label,embedding,extra\n7,ann,\"[1.5, 2]\",3\n8,bob,\"[3, 4]\",4\n")
                        .vectors();
        assertArrayEquals(new float[] {1.5f, 2, 3, 4}, vectors.toArray());
        assertEquals(Samples.list("7", "8"), vectors.ids());
        assertEquals(Samples.list("ann", "bob"), vectors.labels());
    }

    @Test
    void rowNumbersAreNoComponents() throws Exception {
        LeakedFile leaked = open("0,0.5,0.25\n1,0.75,1.5\n2,0.125,3\n");
        assertArrayEquals(new float[] {.5f, .25f}, leaked.vectors().row(0));
        assertEquals(Samples.list("0", "1", "2"), leaked.vectors().ids());
        assertTrue(leaked.notices().getFirst().contains("row numbers"));
    }

    @Test
    void whatNumpySavedAsTextIsRead() throws Exception {
        Samples.assertNumbers(Samples.FILES.open(Samples.byNumpy("savetxt.txt")));
        Samples.assertNumbers(Samples.FILES.open(Samples.byNumpy("savetxt.csv")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5,2/3,4,5/ | line 2", // ragged
                "1.5,2/3/ | line 2",
                "a,b/1.5,2/3/ | line 3",
                "1.5,2/3,1e400/ | line 2", // V17
                "1.5,2/3,1e39/ | line 2",
                "1,5;2,5/3,5;4,5/ | line 1", // decimal commas
                "1,5\t2,5/3,5\t4,5/ | line 1",
                "'\"1,5\",\"2,5\"/' | line 1",
                "id;v/a;[1,5; 2,5]/ | line 2",
                "0,12,0,034/1,5,0,7/ | line 1", // commas twice over
                "1.5,x/3,4.5/5,6/ | line 2",
                "1.5,2/3,/ | line 2",
                "1.5,2/3,0x1p3/ | line 2",
                "1.5,2/3,1f/ | line 2",
                "1.5,2/3,１/ | line 2",
                "v/[1 2 ... 3]/ | line 2",
                "v/[1 2]/[1 2 3]/ | line 3",
                "a,b,c/1,x,2/ | line 2"
            })
    void aBadLineIsRefusedWithItsNumber(String text, String place) throws Exception { // V17
        String lines = text.replace('/', '\n');
        var refusal = assertThrows(VectorFileException.class, () -> open(lines), lines);
        assertTrue(refusal.getMessage().contains(place), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "a,b\n", "hello world", "\"1,2\n3,4\n", "a,b\nx,y\n", "[]"})
    void aTextWithoutVectorsIsRefused(String text) {
        assertThrows(VectorFileException.class, () -> open(text), text);
    }

    @Test
    void aQuoteThatNeverEndsDoesNotFillTheMemory() throws Exception {
        Path file = folder.resolve("endless.csv");
        Files.writeString(file, "\"" + "1.5,2\n".repeat(3_000_000));
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("quote"), refusal.getMessage());
    }

    @Test
    void anotherEncodingIsRefused() throws Exception {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "Jörg,1.5,2\n".getBytes(StandardCharsets.ISO_8859_1));
        var refusal = assertThrows(VectorFileException.class, () -> Samples.FILES.open(file));
        assertTrue(refusal.getMessage().contains("UTF-8"), refusal.getMessage());
    }

    @Test
    void nanIsReadAndRefusedOnlyForWork() throws Exception { // V11
        LeakedFile leaked = open("id,a,b\nx,1,2\ny,nan,-Infinity\n");
        assertTrue(Float.isNaN(leaked.vectors().row(1)[0]));
        assertEquals(Float.NEGATIVE_INFINITY, leaked.vectors().row(1)[1]);
        var refusal = assertThrows(VectorFileException.class, leaked::sound);
        assertTrue(refusal.getMessage().contains("vector 1 (id \"y\")"), refusal.getMessage());
    }

    @Test
    void aMissingLineBreakAtTheEndIsSaid() throws Exception {
        assertEquals(Optional.empty(), open("1.5,2\n").notices().stream().findFirst());
        assertTrue(open("1.5,2").notices().getFirst().contains("cut"));
    }

    @Test
    void aGermanMachineWritesAndReadsTheSameBytes() throws Exception {
        Path here = folder.resolve("here.csv");
        Path there = folder.resolve("there.csv");
        Samples.FILES.write(Samples.named(), here);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Samples.FILES.write(Samples.named(), there);
            Samples.assertSame(Samples.named(), Samples.FILES.read(there));
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(-1, Files.mismatch(here, there));
    }

    private LeakedFile open(String text) throws Exception {
        Path file = folder.resolve("file.bin");
        Files.writeString(file, text);
        return Samples.FILES.open(file);
    }
}
