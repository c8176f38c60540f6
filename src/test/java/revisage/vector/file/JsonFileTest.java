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
import revisage.vector.VectorSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class JsonFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1.5,2],[-3,0.25]]",
                "\uFEFF[[1.5,2],[-3,0.25]]",
                "[1.5,2]\n[-3,0.25]\n",
                "{\"vectors\":[[1.5,2],[-3,0.25]]}",
                "{\"model\":\"m\",\"shape\":[2,2],\"embeddings\":[[1.5,2],[-3,0.25]]}",
                "[{\"vector\":[1.5,2],\"box\":[1,2,3,4]},{\"vector\":[-3,0.25]}]",
                "{\"x\":[1.5,2]}\n{\"x\":[-3,0.25]}",
                "{\"data\":[{\"embedding\":[1.5,2],\"meta\":{\"box\":[1,2]}},{\"emb\":[-3,0.25]}]}",
                "[{\"embedding\":\"[1.5, 2]\"},{\"embedding\":\"[-3,0.25]\"}]"
            })
    void theUsualFormsAreRead(String json) throws Exception {
        VectorSet vectors = open(json).vectors();
        assertEquals(2, vectors.count());
        assertArrayEquals(new float[] {1.5f, 2, -3, .25f}, vectors.toArray());
        assertEquals(Optional.empty(), vectors.ids());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"p\",\"label\":1,\"vector\":[1.5,2]},{\"vector\":[3,4],\"id\":\"q\",\"person\":\"2\"}]",
                "{\"id\":\"p\",\"label\":1,\"vector\":[1.5,2]}\n"
                        + "{\"id\":\"q\",\"label\":2,\"vector\":[3,4]}\n",
                "{\"ids\":[\"p\",\"q\"],\"labels\":[1,2],\"vectors\":[[1.5,2],[3,4]]}",
                "{\"vectors\":[[1.5,2],[3,4]],\"ids\":[\"p\",\"q\"],\"labels\":[\"1\",\"2\"]}",
                "{\"p\":{\"label\":1,\"embedding\":[1.5,2]},\"q\":{\"label\":2,\"embedding\":[3,4]}}"
            })
    void idsAndLabelsAreFound(String json) throws Exception {
        VectorSet vectors = open(json).vectors();
        assertArrayEquals(new float[] {1.5f, 2, 3, 4}, vectors.toArray());
        assertEquals(Samples.list("p", "q"), vectors.ids());
        assertEquals(Samples.list("1", "2"), vectors.labels());
    }

    @Test
    void anObjectMayGoFromIdToVectorOrFromPersonToVectors() throws Exception {
        VectorSet byId = open("{\"p\":[1.5,2],\"q\":[3,4]}").vectors();
        assertEquals(Samples.list("p", "q"), byId.ids());
        assertEquals(
                Samples.list("p", "q"),
                open("{\"embeddings\":{\"p\":[1.5,2],\"q\":[3,4]}}").vectors().ids());
        VectorSet byPerson = open("{\"p\":[[1.5,2],[3,4]],\"q\":[[5,6]]}").vectors();
        assertEquals(3, byPerson.count());
        assertEquals(Samples.list("p", "p", "q"), byPerson.labels());
    }

    @Test
    void nanIsReadAsPythonWritesIt() throws Exception {
        float[] row = open("[[NaN,Infinity,-Infinity,1]]").vectors().row(0);
        assertTrue(Float.isNaN(row[0]));
        assertEquals(Float.POSITIVE_INFINITY, row[1]);
        assertEquals(Float.NEGATIVE_INFINITY, row[2]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1,2],[3]]",
                "[[1,2],[3,null]]",
                "[[1,2],[3,\"4\"]]",
                "[[1,2],[3,[4]]]",
                "[[1,2],[3,1e400]]",
                "[[1,2],[3,1e39]]",
                "[[1,2],[]]",
                "[[1,2],[3,4]",
                "[[1,2],[3,4]]]",
                "{\"p\":[1,2],\"p\":[3,4]}",
                "{\"ids\":[\"p\"],\"vectors\":[[1,2],[3,4]]}",
                "{\"vector\":\"abc\"}",
                "{\"vector\":7}",
                "[]",
                "{}",
                "[\"a\"]",
                "[1,2] x",
                "[[1,2],[3,4]]\n7",
                "[[0,5, 1,5],[1,2]]"
            })
    void aBadDocumentIsRefused(String json) {
        assertThrows(VectorFileException.class, () -> open(json), json);
    }

    @Test
    void theLineIsNamed() {
        var refusal = assertThrows(VectorFileException.class, () -> open("[[1,2],\n[3,4],\n[5]]"));
        assertTrue(refusal.getMessage().contains("line 3"), refusal.getMessage());
    }

    @Test
    void aDeepDocumentIsRefused() { // S14
        assertThrows(VectorFileException.class, () -> open("[".repeat(100_000)));
        assertThrows(VectorFileException.class, () -> open("{\"a\":".repeat(100_000)));
        assertThrows(VectorFileException.class, () -> open("[[" + "9".repeat(1_000_000) + "]]"));
    }

    private LeakedFile open(String text) throws Exception {
        Path file = folder.resolve("file.bin");
        Files.writeString(file, text);
        return Samples.FILES.open(file);
    }
}
