package revisage.engine.opencv;

import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.objdetect.FaceDetectorYN;

import revisage.engine.opencv.YuNetModel.Trial;
import revisage.work.WorkException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tries an unknown face finder in a process of its own: a malformed network can bring OpenCV's
/// reader down (seen with 1 in 100 files of which some bytes had been changed), and the program
/// with it.
public final class YuNetTrial {

    private static final int SECONDS = 20;

    private YuNetTrial() {}

    /// The other process.
    ///
    /// @param arguments the file
    public static void main(String[] arguments) throws IOException, WorkException {
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        NativeLibrary.load();
        Trial trial = YuNetModel.trial(bytes);
        if (trial == Trial.FINE) {
            trial = search(YuNetModel.of(bytes).detector());
        }
        Runtime.getRuntime().halt(trial.exitCode);
    }

    private static Trial search(FaceDetectorYN detector) {
        for (Size size : new Size[] {new Size(320, 320), new Size(211, 640)}) {
            Mat noise = new Mat(size, CvType.CV_8UC3);
            Mat found = new Mat();
            try {
                Core.randu(noise, 0, 256);
                detector.setInputSize(size);
                detector.detect(noise, found);
            } catch (CvException _) {
                return Trial.NO_NETWORK;
            } finally {
                noise.release();
                found.release();
            }
        }
        return Trial.FINE;
    }

    /// Waits for the verdict, 20 seconds at most.
    static Trial apart(Path file) {
        try {
            Path folder = Files.createTempDirectory("revisage-trial");
            try {
                return verdict(started(file, folder));
            } finally {
                delete(folder);
            }
        } catch (IOException _) {
            return Trial.NOT_TRIED;
        }
    }

    private static Process started(Path file, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:-CreateCoredumpOnCrash",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        YuNetTrial.class.getName(),
                        file.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Absolute: the other process starts in another folder.
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Trial verdict(Process process) {
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return Stream.of(Trial.values())
                        .filter(t -> t.exitCode == process.exitValue())
                        .findFirst()
                        .orElse(Trial.CRASHED);
            }
            return Trial.CRASHED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Trial.NOT_TRIED;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException _) {
            folder.toFile().deleteOnExit();
        }
    }
}
