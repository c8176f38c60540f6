package revisage.cli;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import revisage.study.Engines;
import revisage.work.WorkException;

/// Runs a command line and turns every end into an exit code: 0 done, 2 the input or the world was
/// at fault, 1 the program's own mistake, 130 stopped.
public final class CommandLineProgram {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    private final CommandLine commands;

    /// @param engines what the verbs work with
    public CommandLineProgram(Engines engines, PrintWriter out, PrintWriter err) {
        commands = new CommandLine(new Revisage()).setOut(out).setErr(err);
        Verbs.addTo(commands, engines);
        commands.setParameterExceptionHandler((e, _) -> misused(e))
                .setExecutionExceptionHandler((e, line, _) -> failed(e, line))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    /// @return the exit code
    public int run(String... arguments) {
        return arguments.length == 0 ? commands.execute("--help") : commands.execute(arguments);
    }

    private static int misused(ParameterException e) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("revisage: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return 2;
    }

    private static int failed(Exception e, CommandLine line) {
        PrintWriter err = line.getErr();
        int code =
                switch (e) {
                    case WorkException w -> {
                        err.println("revisage: " + w.getMessage() + " " + w.remedy());
                        yield 2;
                    }
                    case InterruptedException _ -> {
                        err.println("revisage: Stopped. What was finished is kept; the same command goes on from there.");
                        yield 130;
                    }
                    default -> {
                        err.println("revisage: The program made a mistake (%s). It is not your fault; please report it.".formatted(e));
                        LOG.error("mistake", e);
                        yield 1;
                    }
                };
        err.flush();
        return code;
    }
}
