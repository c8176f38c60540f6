package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The window of the packaged program, from the command line to its first picture.
@Tag("program")
class WindowProgramTest {

    private static final Path PROGRAM = Path.of("target/revisage/bin/revisage").toAbsolutePath();
    private static final Pattern USABLE = Pattern.compile("window: usable after (\\d+) ms");
    private static final List<String> ENGINES =
            List.of("onnxruntime", "opencv", "duckdb", "torch", "djl", "jna");

    @TempDir Path folder;

    @Test
    void itCanBeUsedWithinThreeSecondsAndNoEngineIsLoadedBefore() throws Exception {
        long least =
                Long.MAX_VALUE; // other work on the machine makes a start longer, never shorter
        for (int i = 0; i < 3 && least >= 3_000; i++) {
            Process program =
                    start(
                            "-Drevisage.startup=told -Dglass.platform=Headless -Dprism.order=sw",
                            Map.of());
            try {
                least = Math.min(least, usable(program));
                assertEquals(List.of(), engines(program.pid()));
                program.destroy();
                assertTrue(program.waitFor(20, TimeUnit.SECONDS), "does not end");
                assertEquals(143, program.exitValue(), said());
                assertTrue(said().lines().noneMatch(l -> l.contains("\tat ")), said());
            } finally {
                program.destroyForcibly();
            }
        }
        assertTrue(least < 3_000, "the window could be used after " + least + " ms");
    }

    private long usable(Process program) throws Exception {
        for (int i = 0; i < 3_000 && program.isAlive(); i++) {
            Matcher told = USABLE.matcher(said());
            if (told.find()) {
                return Long.parseLong(told.group(1));
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no window: " + said());
    }

    /// Native engines that are mapped into the process now.
    private static List<String> engines(long pid) throws Exception {
        Path maps = Path.of("/proc/" + pid + "/maps");
        Assumptions.assumeTrue(Files.exists(maps), "only Linux tells");
        try (Stream<String> lines = Files.lines(maps)) {
            List<String> loaded =
                    lines.filter(l -> l.matches(".*\\.so[.0-9]*( .*)?"))
                            .map(l -> l.replaceFirst("^.*/", ""))
                            .distinct()
                            .toList();
            assertTrue(loaded.stream().anyMatch(l -> l.contains("libprism")), "" + loaded);
            return loaded.stream().filter(l -> ENGINES.stream().anyMatch(l::contains)).toList();
        }
    }

    @Test
    void withoutAScreenOneSentenceNamesTheDemoInTheTerminal() throws Exception {
        for (String display : List.of("", ":987")) {
            Process program = start("", Map.of("DISPLAY", display));
            assertTrue(program.waitFor(30, TimeUnit.SECONDS), "does not end");
            assertEquals(2, program.exitValue(), said());
            assertEquals(1, said().lines().count(), said());
            assertTrue(said().contains("'revisage demo'"), said());
        }
    }

    private Process start(String java, Map<String, String> environment) throws Exception {
        var builder =
                new ProcessBuilder(PROGRAM.toString(), "workbench")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said.txt").toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        builder.environment().put("REVISAGE_JAVA_OPTS", java);
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        return builder.start();
    }

    private String said() throws Exception {
        return Files.readString(folder.resolve("said.txt"));
    }
}
