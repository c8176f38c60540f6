package revisage.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import revisage.lineup.LineupFolder;
import revisage.lineup.analysis.AnswerReading;
import revisage.lineup.analysis.AnswerSources;
import revisage.lineup.analysis.Sheet;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A study and where its answers are.
final class LineupAnswers {

    @Parameters(paramLabel = "STUDY", description = "A folder that 'lineup design' wrote.")
    private Path study = Path.of("");

    @Option(
            names = "--answers",
            paramLabel = "PATH",
            description =
                    "Logs of kiosks, files of pages, tables of 'merge', or folders of them"
                        + " (default: the study's own folder of answers).")
    private List<Path> answers = new ArrayList<>();

    LineupFolder folder() throws WorkException {
        return LineupFolder.open(study);
    }

    Sheet sheet(LineupFolder folder) throws WorkException, InterruptedException {
        var sources = new AnswerSources(folder);
        return new AnswerReading(folder.plan())
                .read(answers.isEmpty() ? sources.own() : sources.read(answers));
    }

    /// How many took part and who does not count.
    static String words(Sheet sheet) {
        var text = new StringBuilder();
        int counted = sheet.counted().size();
        text.append(
                "%d took part, %d count, %d withdrew.%n"
                        .formatted(sheet.participants().size(), counted, sheet.withdrew()));
        sheet.participants().stream()
                .filter(p -> p.excluded().isPresent())
                .limit(10)
                .forEach(
                        p ->
                                text.append(
                                        "  %s does not: %s%n"
                                                .formatted(p.code(), p.excluded().orElse(""))));
        int more = sheet.participants().size() - counted - 10;
        if (more > 0) {
            text.append("  and %d more; all are in participants.csv%n".formatted(more));
        }
        return text.toString();
    }
}
