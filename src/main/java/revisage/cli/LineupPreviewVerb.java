package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import revisage.lineup.LineupFolder;
import revisage.lineup.design.LineupPreview;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.function.Consumer;

/// `revisage lineup preview`.
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what one participant would see, as one picture.",
            "",
            "With --truth the right photos, the method and the matcher's ranks are written below:"
                    + " for the researcher, never for a participant."
        },
        footer = {"", "Example: revisage lineup preview lineup/ --form 0 --out preview.png"})
final class LineupPreviewVerb extends Verb {

    @Parameters(paramLabel = "STUDY", description = "A folder that 'lineup design' wrote.")
    private Path study = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "PNG", description = "The picture.")
    private Path out = Path.of("");

    @Option(
            names = "--form",
            defaultValue = "0",
            paramLabel = "N",
            description = "Which form (default: ${DEFAULT-VALUE}).")
    private int form;

    @Option(names = "--truth", description = "With the right answers.")
    private boolean truth;

    LineupPreviewVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Previewed(String out, int form, int questions) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Checks.range(spec, "--form", form, 0, 1_000_000);
        LineupFolder folder = LineupFolder.open(study);
        int questions = new LineupPreview(folder, form, truth, engines.photos()).write(out);
        return new Answer(
                "Form %d, %d questions: %s".formatted(form, questions, out),
                new Previewed(out.toString(), form, questions));
    }
}
