package revisage.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import revisage.study.Engines;
import revisage.work.DidYouMean;
import revisage.work.WorkException;

import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.Consumer;

/// Runs a command line and turns every end into an exit code: 0 done, 2 the input or the world was
/// at fault, 1 the program's own mistake, 130 stopped.
///
/// Stdout carries the answer and nothing else; where there is none it stays empty, also with
/// `--json`. Stderr carries progress and one sentence on what went wrong, never a stack trace: that
/// goes to the log.
public final class CommandLineProgram {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    private final CommandLine commands;
    private final Surroundings surroundings;
    private final PrintWriter err;

    /// @param engines what the verbs work with
    public CommandLineProgram(Engines engines, PrintWriter out, PrintWriter err) {
        this(engines, Surroundings.NONE, out, err);
    }

    /// @param engines what the verbs work with
    public CommandLineProgram(
            Engines engines, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this(root -> Verbs.addTo(root, engines, surroundings), surroundings, out, err);
    }

    CommandLineProgram(
            Consumer<CommandLine> verbs,
            Surroundings surroundings,
            PrintWriter out,
            PrintWriter err) {
        this.surroundings = surroundings;
        this.err = err;
        commands = new CommandLine(new Revisage(surroundings));
        verbs.accept(commands);
        commands.getSubcommands().values().forEach(CommandLineProgram::explainable);
        // After the verbs: picocli hands these down to those that are there.
        commands.setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, _) -> misused(e))
                .setExecutionExceptionHandler((e, _, _) -> failed(e))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    /// Every verb answers to `--help`, whoever wrote it.
    private static void explainable(CommandLine verb) {
        CommandSpec spec = verb.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(
                    OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Explain this verb.")
                            .build());
        }
        verb.getSubcommands().values().forEach(CommandLineProgram::explainable);
    }

    /// The root command with its verbs, for tests that walk them.
    CommandLine commands() {
        return commands;
    }

    /// @return the exit code
    public int run(String... arguments) {
        try {
            return arguments.length == 0 ? commands.execute(alone()) : commands.execute(arguments);
        } catch (OutOfMemoryError _) {
            return say(
                    2,
                    "Java's memory is used up. Give it more (REVISAGE_JAVA_OPTS=-Xmx8g, say) or ask"
                            + " for less at once.");
        } catch (Error e) {
            return mistake(e);
        }
    }

    /// What `revisage` without a verb does: the window, where this program has one.
    private String alone() {
        return surroundings.window().isPresent() ? "workbench" : "--help";
    }

    private int misused(ParameterException e) {
        var spec = e.getCommandLine().getCommandSpec();
        String help = " Try '" + spec.qualifiedName() + " --help'.";
        if (e instanceof UnmatchedArgumentException u && !u.getUnmatched().isEmpty()) {
            String word = u.getUnmatched().getFirst();
            boolean option = u.isUnknownOption();
            boolean verb = !option && !spec.subcommands().isEmpty();
            String what = option ? "unknown option" : verb ? "unknown verb" : "one word too many:";
            Set<String> known = option ? spec.optionsMap().keySet() : spec.subcommands().keySet();
            return say(
                    2,
                    "%s: %s '%s'.%s%s"
                            .formatted(
                                    name(spec), what, word, DidYouMean.among(known, word), help));
        }
        return say(
                2,
                name(spec)
                        + ": "
                        + String.valueOf(e.getMessage()).replaceFirst("(?<![.!?])$", ".")
                        + help);
    }

    /// Without the program's own name, which begins the sentence already.
    private static String name(CommandSpec spec) {
        return spec.parent() == null
                ? "command line"
                : spec.qualifiedName().substring(spec.root().name().length() + 1);
    }

    private int failed(Exception e) {
        return switch (e) {
            case InterruptedException _ -> stopped();
            case WorkException w when interrupted(w) -> stopped();
            case WorkException w -> say(2, w.getMessage() + " " + w.remedy());
            default -> mistake(e);
        };
    }

    /// A file that was in use when the work was stopped complains, though it is not at fault.
    private static boolean interrupted(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }

    private int stopped() {
        return say(130, "Stopped. What was finished is kept; the same command goes on from there.");
    }

    private int mistake(Throwable e) {
        LOG.error("mistake in version {}", Version.text(), e);
        String details =
                Files.exists(surroundings.log())
                        ? " Details, without names and pictures, are in " + surroundings.log() + "."
                        : "";
        return say(
                1,
                "The program made a mistake (%s). It is not your fault; please report it.%s"
                        .formatted(e, details));
    }

    private int say(int code, String sentence) {
        err.println("revisage: " + sentence.replaceAll("\\R", " "));
        err.flush();
        return code;
    }
}
