package revisage.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 as 64 lower-case hexadecimal digits: how files are told apart in cards and reports.
public final class Sha256 {

    private Sha256() {}

    /// Of bytes in memory.
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /// Of a file of any size.
    ///
    /// @throws FileException if it cannot be read
    public static String of(Path file) throws WorkException, InterruptedException {
        MessageDigest digest = digest();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
        try (var channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                Work.pausePoint();
                digest.update(buffer.flip());
            }
        } catch (ClosedByInterruptException _) {
            throw Work.stopped();
        } catch (IOException e) {
            throw FileException.of("read the file", file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
