package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.StrictJson;
import revisage.vector.VectorSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class VectorsMarkTest {

    @TempDir Path folder;

    private static VectorSet vectors(float last) {
        return VectorSet.of(new float[] {1, 0, 0, 1, 1, last}, 2);
    }

    private void made(VectorSet from) throws Exception {
        var settings =
                new ReconstructionSettings(
                        1,
                        "linear",
                        "",
                        "Linear[]",
                        1,
                        from.count(),
                        32,
                        "unlimited",
                        "",
                        "f",
                        "",
                        "",
                        VectorsMark.of(from));
        Files.write(folder.resolve(ReconstructionSettings.FILE), StrictJson.write(settings));
    }

    @Test
    void itIsOfTheVectorsAndNotOfNamesThatCameLater() throws Exception {
        VectorSet before = vectors(0);
        assertFalse(VectorsMark.otherThan(before, List.of(), folder), "nothing was begun");
        made(before);
        assertFalse(VectorsMark.otherThan(before, List.of(), folder));
        VectorSet named = vectors(0).named(List.of("a", "b", "c"), List.of("A", "B", "C"));
        assertFalse(VectorsMark.otherThan(named, List.of(), folder));
        assertTrue(VectorsMark.otherThan(vectors(2), List.of(), folder));
        assertTrue(VectorsMark.otherThan(before, List.of(0, 1), folder));
    }

    @Test
    void onlyTheTargetsOfARunCount() throws Exception {
        VectorSet before = vectors(0);
        made(before.chosen(0, 1));
        assertFalse(VectorsMark.otherThan(vectors(2), List.of(0, 1), folder));
        assertTrue(VectorsMark.otherThan(before, List.of(1, 2), folder));
        assertTrue(VectorsMark.otherThan(before, List.of(1, 7), folder));
        assertEquals(64, VectorsMark.of(before).length());
    }
}
