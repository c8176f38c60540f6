package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import revisage.lineup.LineupFolder;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `revisage lineup kiosk`.
@Command(
        name = "kiosk",
        mixinStandardHelpOptions = true,
        description = {
            "Fills the screen with a study and asks one participant after the other.",
            "",
            "Only the code leads out of it: the small lock below at the right, or Ctrl+Shift+Q."
                + " Each answer is on the disk before the next question appears; started again, it"
                + " offers the last participant to go on. Several machines share a study: give each"
                + " its copy of the folder and its number, and bring their logs together with"
                + " 'lineup merge'."
        },
        footer = {
            "",
            "Examples:",
            "  revisage lineup kiosk lineup/ --code 4711",
            "  revisage lineup kiosk lineup/ --code 4711 --machine 2/3"
        })
final class LineupKioskVerb extends Verb {

    private static final Pattern MACHINE = Pattern.compile("([1-9][0-9]?)/([1-9][0-9]?)");
    private static final int LEAST_CODE = 4;

    @Parameters(paramLabel = "STUDY", description = "A folder that 'lineup design' wrote.")
    private Path study = Path.of("");

    @Option(
            names = "--code",
            required = true,
            paramLabel = "SIGNS",
            description = "What is typed in to leave; 4 signs or more.")
    private String code = "";

    @Option(
            names = "--machine",
            defaultValue = "1/1",
            paramLabel = "M/N",
            description = "Which of how many machines this is (default: ${DEFAULT-VALUE}).")
    private String machine = "1/1";

    LineupKioskVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Matcher given = MACHINE.matcher(machine);
        if (!given.matches()
                || Integer.parseInt(given.group(1)) > Integer.parseInt(given.group(2))) {
            throw new ParameterException(
                    spec.commandLine(), "--machine is M/N, for example 2/3, not " + machine);
        }
        if (code.length() < LEAST_CODE) {
            throw new ParameterException(
                    spec.commandLine(), "--code has " + LEAST_CODE + " signs or more");
        }
        LineupFolder folder = LineupFolder.open(study);
        Window window = window();
        int number = Integer.parseInt(given.group(1));
        window.kiosk(folder, number, Integer.parseInt(given.group(2)), code);
        return new Answer("", Map.of());
    }

    private Window window() throws WorkException {
        if (spec.root().userObject() instanceof Revisage root
                && root.surroundings().window().filter(Window::hasScreen).isPresent()) {
            return root.surroundings().window().orElseThrow();
        }
        throw new NoScreenException();
    }
}
