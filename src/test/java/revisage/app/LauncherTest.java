package revisage.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged program as a person starts it.
@Tag("program")
class LauncherTest {

    private static final Path PROGRAM = Path.of("target/revisage/bin/revisage").toAbsolutePath();
    private static final String JDK = System.getProperty("java.home");

    /// Programs the launcher itself may call, but no java.
    private static final String BARE_PATH = "/nowhere";

    record Ended(int code, String out, String err) {}

    @TempDir Path folder;

    @Test
    void itStartsFromAnotherFolderAndSaysNothingOfItsOwn() throws Exception {
        Ended ended = run(PROGRAM, Map.of(), "--version");
        assertEquals(0, ended.code);
        assertTrue(ended.out.startsWith("Revisage "), ended.out);
        assertFalse(ended.out.contains("development"), ended.out);
        assertEquals("", ended.err);
    }

    @Test
    void itStartsThroughLinksToLinks() throws Exception {
        Path absolute = Files.createSymbolicLink(folder.resolve("one"), PROGRAM);
        Files.createDirectory(folder.resolve("bin dir"));
        Path relative = Files.createSymbolicLink(folder.resolve("bin dir/two"), Path.of("../one"));
        assertEquals(0, run(absolute, Map.of(), "--version").code);
        assertEquals("", run(relative, Map.of(), "--version").err);
    }

    @Test
    void aJavaOfJavaHomeOfThePathOrOfAKnownPlaceWillDo() throws Exception {
        var none = Map.of("PATH", BARE_PATH, "REVISAGE_JDK_PLACES", "/nowhere");
        assertEquals(0, run(PROGRAM, with(none, "JAVA_HOME", JDK), "--version").code);
        assertEquals(0, run(PROGRAM, with(none, "PATH", JDK + "/bin"), "--version").code);
        Path places = Files.createDirectories(folder.resolve("jdk places"));
        Files.createSymbolicLink(places.resolve("some-jdk"), Path.of(JDK));
        assertEquals(
                0,
                run(PROGRAM, with(none, "REVISAGE_JDK_PLACES", places.toString()), "--version")
                        .code);
    }

    @Test
    void anOldJavaIsPassedOver() throws Exception {
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
        Files.createSymbolicLink(old.resolve("bin/java"), Path.of("/bin/false"));
        var environment =
                Map.of(
                        "JAVA_HOME",
                        old.toString(),
                        "PATH",
                        old + "/bin",
                        "REVISAGE_JDK_PLACES",
                        Path.of(JDK, "..").toString());
        Ended ended = run(PROGRAM, environment, "--version");
        assertEquals(0, ended.code, ended.err);
    }

    @Test
    void withoutAJavaOneSentenceSaysWhatToInstall() throws Exception {
        Ended ended =
                run(
                        PROGRAM,
                        Map.of("PATH", BARE_PATH, "REVISAGE_JDK_PLACES", "/nowhere"),
                        "--version");
        assertEquals(2, ended.code);
        assertEquals("", ended.out);
        assertEquals(1, ended.err.lines().count(), ended.err);
        assertTrue(ended.err.contains("install a JDK 25"), ended.err);
    }

    @Test
    void aMisspeltVerbIsTheUsersFault() throws Exception {
        Ended ended = run(PROGRAM, Map.of(), "vectrs", "show");
        assertEquals(2, ended.code);
        assertEquals("", ended.out);
        assertEquals(1, ended.err.lines().count(), ended.err);
    }

    @Test
    void whatJavaWouldAnnounceIsNotAnnounced() throws Exception {
        Ended ended =
                run(
                        PROGRAM,
                        Map.of("JAVA_TOOL_OPTIONS", "-Da=b", "JDK_JAVA_OPTIONS", "-Da=b"),
                        "--version");
        assertEquals("", ended.err);
    }

    @Test
    void aClosedPipeIsQuiet() throws Exception {
        var builder =
                new ProcessBuilder("/bin/sh", "-c", "'" + PROGRAM + "' --help | :")
                        .directory(folder.toFile());
        Process process = builder.start();
        String err = new String(process.getErrorStream().readAllBytes());
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals("", err);
    }

    @Test
    void aForeignAlphabetInTheLocaleAndThePathIsNoMatter() throws Exception {
        Ended ended = run(PROGRAM, Map.of("LC_ALL", "C"), "vectors", "show", "gesichter-é-顔.npy");
        assertTrue(ended.code == 2, ended.toString());
        assertFalse(ended.err.contains("?"), ended.err.replaceAll("Did you mean.*", ""));
    }

    private static Map<String, String> with(
            Map<String, String> environment, String name, String value) {
        var more = new java.util.HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    private Ended run(Path program, Map<String, String> environment, String... arguments)
            throws Exception {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "did not end");
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }
}
