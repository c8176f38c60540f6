package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.lineup.LineupFolder;
import revisage.lineup.analysis.HandOn;
import revisage.lineup.analysis.Sheet;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.function.Consumer;

/// `revisage lineup hand-on`.
@Command(
        name = "hand-on",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a copy of a study that can be given to others: plan and answers, no photo, no"
                + " name, no key.",
            "",
            "The copy can be analysed as it is and gives the same numbers."
        },
        footer = {"", "Example: revisage lineup hand-on lineup/ --out to-reviewers/"})
final class LineupHandOnVerb extends Verb {

    @Mixin private LineupAnswers answers = new LineupAnswers();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
    private Path out = Path.of("");

    LineupHandOnVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Handed(String out, String study, int participants) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        LineupFolder folder = answers.folder();
        Sheet sheet = answers.sheet(folder);
        HandOn.write(sheet, engines.tables(), out);
        return new Answer(
                "%s holds the plan and the answers of %d participants: no photo, no name, no key."
                        .formatted(out, sheet.participants().size()),
                new Handed(
                        out.toString(), folder.plan().fingerprint(), sheet.participants().size()));
    }
}
