package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import revisage.lineup.LineupFolder;
import revisage.lineup.page.LineupPage;
import revisage.lineup.page.PageSettings;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// `revisage lineup page`.
@Command(
        name = "page",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a study as a page: one folder that runs in any browser, from a disk or a"
                    + " server.",
            "",
            "It holds no method, rank, name or right answer. A panel's participant id in the"
                + " address is kept with the answers (?participant=, ?PROLIFIC_PID=, ?workerId=),"
                + " and &form=N gives out form N; else the form follows from the id. Answers stay"
                + " in the browser until they are downloaded or, with --post, have arrived at the"
                + " researcher's own server, which takes a POST and answers 2xx with"
                + " Access-Control-Allow-Origin. Nothing else is asked of any address. 'lineup"
                + " merge' takes the files."
        },
        footer = {
            "",
            "Examples:",
            "  revisage lineup page lineup/ --out page/",
            "  revisage lineup page lineup/ --post https://example.org/answers --out page/"
        })
final class LineupPageVerb extends Verb {

    @Parameters(paramLabel = "STUDY", description = "A folder that 'lineup design' wrote.")
    private Path study = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
    private Path out = Path.of("");

    @Option(
            names = "--forms",
            paramLabel = "N",
            description =
                    "How many it can give out (default: as many as participants are planned).")
    private @Nullable Integer forms;

    @Option(
            names = "--post",
            paramLabel = "URL",
            description = "The researcher's own server; https, or http for localhost.")
    private @Nullable String post;

    @Option(
            names = "--return-to",
            paramLabel = "URL",
            description = "Where a panel wants its people back: a link on the last sheet.")
    private @Nullable String returnTo;

    LineupPageVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        LineupFolder folder = LineupFolder.open(study);
        Integer asked = forms;
        int many = asked == null ? PageSettings.usualForms(folder.plan()) : asked;
        Checks.range(spec, "--forms", many, 1, PageSettings.MOST_FORMS);
        var settings =
                PageSettings.of(many, Optional.ofNullable(post), Optional.ofNullable(returnTo));
        LineupPage.Written written = new LineupPage(folder, settings).write(out, progress);
        return new Answer(
                "%d forms of %d questions, %d pictures: %s"
                        .formatted(
                                written.forms(),
                                written.questions(),
                                written.pictures(),
                                written.page()),
                written);
    }
}
