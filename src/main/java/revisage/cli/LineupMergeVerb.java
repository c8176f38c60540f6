package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.lineup.LineupFolder;
import revisage.lineup.analysis.Sheet;
import revisage.lineup.analysis.TidyFiles;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.function.Consumer;

/// `revisage lineup merge`.
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Joins the answers of several machines and pages into one tidy table.",
            "",
            "What is there twice is counted once; what contradicts itself, belongs to another study"
                + " or was edited into something it cannot be is refused with its file and row."
        },
        footer = {
            "",
            "Example: revisage lineup merge lineup/ --answers kiosk-1.log --answers kiosk-2.log"
                    + " --answers pages/ --out merged/"
        })
final class LineupMergeVerb extends Verb {

    @Mixin private LineupAnswers answers = new LineupAnswers();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "trials.csv, participants.csv, both as Parquet, dictionary.csv.")
    private Path out = Path.of("");

    LineupMergeVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Merged(
            String out, int participants, int counted, int withdrew, int trials, int repeated) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        LineupFolder folder = answers.folder();
        Sheet sheet = answers.sheet(folder);
        TidyFiles.write(sheet, engines.tables(), out);
        int trials = sheet.participants().stream().mapToInt(p -> p.trials().size()).sum();
        return new Answer(
                LineupAnswers.words(sheet)
                        + "%d answers about reconstructions are in %s.".formatted(trials, out),
                new Merged(
                        out.toString(),
                        sheet.participants().size(),
                        sheet.counted().size(),
                        sheet.withdrew(),
                        trials,
                        sheet.repeated()));
    }
}
