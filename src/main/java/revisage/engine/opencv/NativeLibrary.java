package revisage.engine.opencv;

import org.opencv.core.Core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Loads OpenCV's native code from its jar, once.
///
/// Not by `nu.pattern.OpenCV`, which deletes the folders of all other programs that are just
/// loading it, and leaves 65 MB behind where the program ends by `Runtime.halt`.
final class NativeLibrary {

    private NativeLibrary() {}

    /// @throws OpenCvException if there is no OpenCV for this machine, or it does not load
    static void load() throws OpenCvException {
        if (Loaded.PROBLEM.isPresent()) {
            throw new OpenCvException(
                    "OpenCV does not run on this machine (%s)."
                            .formatted(Loaded.PROBLEM.get().getMessage()),
                    "Use 64-bit Linux, macOS or Windows, with room in the folder for temporary"
                            + " files.",
                    Loaded.PROBLEM.get());
        }
    }

    /// The JVM's own once: the class is initialised by the first who asks.
    private static final class Loaded {

        static final Optional<Throwable> PROBLEM = load();

        private static Optional<Throwable> load() {
            try {
                Path folder = Files.createTempDirectory("revisage-opencv");
                Path copy = folder.resolve(System.mapLibraryName(Core.NATIVE_LIBRARY_NAME));
                try {
                    unpack(copy);
                    System.load(copy.toString());
                } finally {
                    delete(copy);
                    delete(folder);
                }
                // Pictures are the grain of parallel work here; threads inside of each cost more
                // than they save.
                Core.setNumThreads(1);
                return Optional.empty();
            } catch (IOException | LinkageError e) {
                return Optional.of(e);
            }
        }

        private static void unpack(Path copy) throws IOException {
            String place = "/nu/pattern/opencv/%s/%s".formatted(place(), copy.getFileName());
            try (InputStream in = Core.class.getResourceAsStream(place)) {
                if (in == null) {
                    throw new IOException("there is none for " + place());
                }
                Files.copy(in, copy);
            }
        }

        private static String place() {
            String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
            String folder =
                    system.contains("mac") ? "osx" : system.contains("win") ? "windows" : "linux";
            boolean arm = machine.equals("aarch64") || machine.equals("arm64");
            return folder + "/" + (arm ? "ARMv8" : machine.equals("amd64") ? "x86_64" : machine);
        }

        /// A loaded library needs its file no more, except on Windows, which keeps it.
        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException _) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
