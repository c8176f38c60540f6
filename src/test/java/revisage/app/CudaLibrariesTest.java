package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import revisage.train.TrainingException;

import java.nio.file.Files;
import java.nio.file.Path;

@DisabledIfEnvironmentVariable(named = "PYTORCH_LIBRARY_PATH", matches = ".+")
class CudaLibrariesTest {

    @TempDir private Path cache;

    @Test
    void nothingIsFetchedUnlessTheUserSaysSo() throws Exception {
        var libraries = new CudaLibraries(cache, true);
        assertFalse(libraries.used("auto", false));
        assertTrue(libraries.note(false).contains("--fetch-cuda"));
        var e = assertThrows(TrainingException.class, () -> libraries.used("cuda", false));
        assertTrue(e.remedy().contains("2.5 GB"), e.remedy());
        assertTrue(e.remedy().contains(cache.toString()), e.remedy());
        assertTrue(libraries.used("cuda", true));
        assertFalse(libraries.used("cpu", true));
    }

    @Test
    void whatWasFetchedOnceIsUsed() throws Exception {
        Files.createDirectories(cache.resolve("pytorch/2.7.1-cu128-linux-x86_64"));
        Files.createDirectories(cache.resolve("pytorch/2.7.1-cu128-win-x86_64"));
        var libraries = new CudaLibraries(cache, true);
        assertTrue(libraries.used("auto", false));
        assertEquals("", libraries.note(true));
    }

    @Test
    void withoutACardThereIsNothingToFetch() throws Exception {
        var libraries = new CudaLibraries(cache, false);
        assertFalse(libraries.used("auto", true));
        assertEquals("", libraries.note(false));
        var e = assertThrows(TrainingException.class, () -> libraries.used("cuda", true));
        assertTrue(e.getMessage().contains("no CUDA driver"), e.getMessage());
    }
}
