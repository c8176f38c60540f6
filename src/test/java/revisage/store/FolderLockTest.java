package revisage.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.OtherProgram;
import revisage.work.WorkException;

import java.nio.file.Path;

class FolderLockTest {

    @TempDir Path folder;

    @Test
    void theSecondIsRefusedUntilTheFirstHasGone() throws Exception {
        try (var _ = FolderLock.take(folder)) {
            var refused = assertThrows(StoreException.class, () -> FolderLock.take(folder));
            assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
        }
        FolderLock.take(folder).close();
    }

    @Test
    void anotherProcessHoldsItUntilItIsKilled() throws Exception {
        Process holder = OtherProgram.of(Holder.class, folder.toString()).start();
        try (var lines = holder.inputReader()) {
            assertEquals("holding", lines.readLine());
            assertThrows(StoreException.class, () -> FolderLock.take(folder));
            holder.destroyForcibly().waitFor();
            FolderLock.take(folder).close();
        } finally {
            holder.destroyForcibly();
        }
    }

    /// Takes the lock and keeps it until killed.
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws WorkException, InterruptedException {
            try (var _ = FolderLock.take(Path.of(arguments[0]))) {
                System.out.println("holding");
                Thread.sleep(60_000);
            }
        }
    }
}
