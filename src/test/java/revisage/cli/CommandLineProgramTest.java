package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import revisage.study.Engines;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

class CommandLineProgramTest {

    /// Building and explaining verbs must not touch an engine.
    private static final Engines NO_ENGINES =
            (Engines)
                    Proxy.newProxyInstance(
                            Engines.class.getClassLoader(),
                            new Class<?>[] {Engines.class},
                            (_, method, _) -> {
                                throw new AssertionError(method + " was asked for");
                            });

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyVerbExplainsItselfWithAnExample() {
        var complaints = new TreeSet<String>();
        walk(real().commands(), complaints);
        assertEquals(Set.of(), complaints);
    }

    private static void walk(CommandLine line, Set<String> complaints) {
        var spec = line.getCommandSpec();
        String name = spec.qualifiedName();
        if (spec.usageMessage().description().length == 0) {
            complaints.add(name + " has no description");
        }
        String footer = String.join("\n", spec.usageMessage().footer());
        boolean group = !line.getSubcommands().isEmpty();
        if (!footer.contains("Example") || !footer.contains(group ? name : name + " ")) {
            complaints.add(name + " has no example in its footer");
        }
        for (var option : spec.options()) {
            if (!option.hidden() && option.description().length == 0) {
                complaints.add(name + ": " + option.longestName() + " is not described");
            }
        }
        for (var parameter : spec.positionalParameters()) {
            if (parameter.description().length == 0) {
                complaints.add(name + ": " + parameter.paramLabel() + " is not described");
            }
        }
        line.getSubcommands().values().forEach(sub -> walk(sub, complaints));
    }

    @Test
    void everyVerbAnswersToHelp() {
        answerToHelp(real().commands(), List.of());
        assertEquals(0, real().run());
        assertEquals("", err.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, faked().run("work", "--help"));
        assertTrue(out.toString().contains("Example: revisage work"), out.toString());
    }

    private void answerToHelp(CommandLine line, List<String> path) {
        List<String> arguments = new ArrayList<>(path);
        arguments.add("--help");
        assertEquals(0, real().run(arguments.toArray(String[]::new)), arguments.toString());
        line.getSubcommands()
                .forEach(
                        (name, sub) -> {
                            List<String> longer = new ArrayList<>(path);
                            longer.add(name);
                            answerToHelp(sub, longer);
                        });
    }

    @Test
    void anUnknownVerbIsAnsweredWithTheNearestOne() {
        assertEquals(2, faked().run("wrok"));
        assertTrue(
                err.toString().contains("Did you mean") && err.toString().contains("work"),
                err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheNearestOne() {
        assertEquals(2, faked().run("work", "--coutn", "3"));
        assertTrue(err.toString().contains("--count"), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void aNumberThatIsNoneIsRefusedWithTheOptionsName() {
        assertEquals(2, faked().run("work", "--count", "many"));
        assertTrue(
                err.toString().contains("--count") && err.toString().contains("many"),
                err.toString());
    }

    @Test
    void theWorldsFaultIsOneSentenceAndNothingOnStdout() {
        assertEquals(2, faked().run("work", "--fail", "world", "--json"));
        assertEquals("revisage: leak.npy is empty. Take another file.", err.toString().strip());
        assertEquals("", out.toString());
    }

    @Test
    void aMistakeShowsNoStackAndNamesTheLog(@TempDir Path folder) throws Exception {
        Path log = Files.writeString(folder.resolve("revisage.log"), "");
        assertEquals(1, faked(new Surroundings(false, log)).run("work", "--fail", "mistake"));
        assertEquals(1, err.toString().strip().lines().count(), err.toString());
        assertTrue(err.toString().contains(log.toString()), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void usedUpMemoryIsTheWorldsFault() {
        assertEquals(2, faked().run("work", "--fail", "memory"));
        assertTrue(err.toString().contains("-Xmx"), err.toString());
    }

    @Test
    void aBrokenLibraryIsAMistakeAndDoesNotEscape() {
        assertEquals(1, faked().run("work", "--fail", "library"));
    }

    @Test
    void aStopIs130() {
        assertEquals(130, faked().run("work", "--fail", "stop"));
        assertTrue(err.toString().contains("Stopped"), err.toString());
    }

    @Test
    void anAnswerIsTextOrOneJsonDocument() throws Exception {
        assertEquals(0, faked().run("work", "--quiet"));
        assertEquals("3 done", out.toString().strip());
        assertEquals("", err.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, faked().run("work", "--json", "--quiet"));
        var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(out.toString());
        assertEquals("work", json.get("verb").asText());
        assertEquals(Version.text(), json.get("revisage").asText());
        assertEquals(3, json.get("count").asInt());
    }

    private CommandLineProgram real() {
        return new CommandLineProgram(
                NO_ENGINES, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private CommandLineProgram faked() {
        return faked(Surroundings.NONE);
    }

    private CommandLineProgram faked(Surroundings surroundings) {
        // Binds the logger now, so that what it says about itself does not count as output.
        LoggerFactory.getLogger("revisage");
        Consumer<CommandLine> verbs = root -> root.addSubcommand(new WorkVerb(NO_ENGINES));
        return new CommandLineProgram(
                verbs, surroundings, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Command(name = "work", description = "Works.", footer = "Example: revisage work --count 3")
    static final class WorkVerb extends Verb {

        @Option(names = "--count", description = "How much.")
        int count = 3;

        @Option(names = "--fail", description = "How to fail.")
        String fail = "";

        WorkVerb(Engines engines) {
            super(engines);
        }

        record Done(int count) {}

        @Override
        protected Answer run(Consumer<Progress> progress)
                throws WorkException, InterruptedException {
            progress.accept(new Progress("working", count, count, "things"));
            switch (fail) {
                case "world" -> throw new FileException("leak.npy is empty.", "Take another file.");
                case "mistake" -> throw new IllegalStateException("cannot be\nhere");
                case "memory" -> throw new OutOfMemoryError("Java heap space");
                case "library" -> throw new UnsatisfiedLinkError("libx.so");
                case "stop" -> throw new InterruptedException();
                default -> {
                    return new Answer(count + " done", new Done(count));
                }
            }
        }
    }
}
