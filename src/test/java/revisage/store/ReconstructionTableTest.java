package revisage.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ReconstructionTableTest {

    private static final Reconstruction ROW =
            new Reconstruction(
                    "Ann, A/1.jpg",
                    "Ann, A",
                    "1.png",
                    "eigenfaces",
                    "score",
                    1500,
                    0.853125,
                    12.5,
                    7,
                    "ab".repeat(32));

    @TempDir Path dir;

    @Test
    void aTableIsReadAsItWasWritten() throws WorkException, InterruptedException {
        Path file = dir.resolve(ReconstructionTable.FILE);
        ReconstructionTable.write(List.of(ROW, ROW), file);
        assertEquals(List.of(ROW, ROW), ReconstructionTable.read(file));
        assertEquals("eigenfaces score", ROW.label());
    }

    @Test
    void aMissingColumnOrWrongNumberIsRefusedWithItsPlace() throws Exception {
        Path file = dir.resolve("t.csv");
        ReconstructionTable.write(List.of(ROW), file);
        String good = Files.readString(file);
        assertRefused(file, good.replace("queries", "questions"), "no column 'queries'");
        assertRefused(file, good.replace("0.853125", "0,85"), "row 1");
        assertRefused(file, good.replace("0.853125", "NaN"), "row 1");
        assertRefused(file, good.replace(",1500,", ",many,"), "row 1");
        assertRefused(file, "", "no column");
        assertRefused(file, good + "\"", "");
    }

    private static void assertRefused(Path file, String csv, String words) throws IOException {
        Files.writeString(file, csv);
        var refusal = assertThrows(WorkException.class, () -> ReconstructionTable.read(file));
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal.getMessage());
    }
}
