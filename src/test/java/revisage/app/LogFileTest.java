package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;

class LogFileTest {

    @Test
    void whatAnExceptionSaysStaysOutItsFramesAreKept(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("state/revisage.log");
        new LogFile(file).publish(mistake("Aaron_Eckhart/Aaron_Eckhart_0001.jpg"));
        String text = Files.readString(file);
        assertFalse(text.contains("Eckhart"), text);
        assertTrue(text.contains("java.lang.IllegalStateException"), text);
        assertTrue(text.contains("java.lang.ArithmeticException"), text);
        assertTrue(text.contains("LogFileTest.mistake"), text);
    }

    @Test
    void aFullFileBecomesTheOldOne(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("revisage.log");
        Files.write(file, new byte[(1 << 20) + 1]);
        new LogFile(file).publish(new LogRecord(Level.INFO, "began"));
        assertEquals(1, Files.readAllLines(file).size());
        assertEquals((1 << 20) + 1, Files.size(folder.resolve("revisage.log.old")));
    }

    @Test
    void whereNothingCanBeWrittenTheWorkGoesOn(@TempDir Path folder) throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        new LogFile(inTheWay.resolve("revisage.log")).publish(new LogRecord(Level.INFO, "began"));
        assertEquals("", Files.readString(inTheWay));
    }

    private static LogRecord mistake(String secret) {
        var logged = new LogRecord(Level.SEVERE, "mistake");
        logged.setThrown(new IllegalStateException(secret, new ArithmeticException(secret)));
        return logged;
    }
}
