package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import revisage.inquiry.Inquiry;
import revisage.inquiry.WholeInquiry;
import revisage.project.Project;
import revisage.study.Attacks;
import revisage.study.Engines;
import revisage.study.PlanFile;
import revisage.study.Study;
import revisage.study.StudyFolder;
import revisage.study.StudyReport;
import revisage.study.SweepReport;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/// `revisage run`.
@Command(
        name = "run",
        description = {
            "Runs a whole study from one plan: leak, rebuild, look for the people, count. Or all"
                    + " that is still to be done in a project of the window.",
            "",
            "The plan is a JSON file with its seeds; its paths start from its own folder. The"
                + " output folder gets a folder a step and, at the end, report.json. The same plan"
                + " gives the same numbers. Stopped or killed, the same command goes on from where"
                + " it was.",
            "",
            "A project is a folder with project.json. Its unfinished reconstructions are finished"
                + " (the usual one is made where there is none), and the rates are measured under"
                + " all its galleries: the same numbers as in the window, in the same folder."
        },
        footer = {
            "",
            "Examples:",
            "  revisage run plan.json --out study/",
            "  revisage run project/"
        })
final class RunVerb extends Verb {

    @Parameters(paramLabel = "PLAN.json", description = "The plan, or a project's folder.")
    private Path plan = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The output folder of a plan: new, or one of the same plan. A project needs"
                            + " none.")
    private @Nullable Path out;

    @Mixin private ConsentOptions consent = new ConsentOptions();

    private final Attacks attacks;

    RunVerb(Engines engines, Attacks attacks) {
        super(engines);
        this.attacks = attacks;
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Path folder = out;
        if (Project.is(plan)) {
            if (folder != null) {
                throw new ParameterException(
                        spec.commandLine(), "A project keeps what it computes: leave --out away.");
            }
            WholeInquiry.Result all =
                    new WholeInquiry(Project.open(plan), engines, Version.text()).run(progress);
            String where = all.project().folder().toString();
            return new Answer(
                    text(all), new Inquired(where, all.rebuilt(), all.leftOut(), all.rates()));
        }
        if (folder == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--out=DIR'");
        }
        PlanFile file = PlanFile.read(plan);
        StudyReport report =
                new Study(file, folder, engines, attacks, Version.text(), consent).run(progress);
        var text = new StringBuilder(text(report, folder));
        new StudyFolder(folder)
                .clouds(report.plan())
                .forEach((step, cloud) -> text.append('\n').append(SystemText.of(cloud, step)));
        return new Answer(text.toString(), report);
    }

    /// `--json` of a project.
    record Inquired(
            String project, List<String> rebuilt, List<String> leftOut, SweepReport rates) {}

    private static String text(WholeInquiry.Result all) {
        String rebuilt =
                all.rebuilt().isEmpty()
                        ? "All reconstructions were there."
                        : "Rebuilt: " + String.join("; ", all.rebuilt()) + ".";
        String leftOut =
                all.leftOut().isEmpty()
                        ? ""
                        : "Left out, as the vector file holds other vectors now: %s.%n"
                                .formatted(String.join("; ", all.leftOut()));
        return leftOut
                + rebuilt
                + System.lineSeparator()
                + SweepText.of(
                        all.rates(),
                        "The tables are in %s; the window's Export draws the figures."
                                .formatted(all.project().folder().resolve(Inquiry.RATES)));
    }

    private static String text(StudyReport report, Path folder) {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %d steps in %.0f s, all in %s.%n%n",
                        report.plan().title().orElse("Study"),
                        report.steps().size(),
                        report.seconds(),
                        folder));
        int method = width(report, SweepReport.MatrixCell::method, 32);
        int matcher = width(report, SweepReport.MatrixCell::matcher, 12);
        text.append(
                String.format(
                        Locale.ROOT,
                        columns(method, matcher) + " %5s %7s %7s %7s%n",
                        "method",
                        "matcher",
                        "K",
                        "N",
                        "tpr",
                        "lift"));
        for (SweepReport.MatrixCell cell : report.headline()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            columns(method, matcher) + " %5d %7d %7.3f %7.3f%s%n",
                            cell.method(),
                            cell.matcher(),
                            cell.k(),
                            cell.n(),
                            cell.tpr(),
                            cell.lift(),
                            cell.sameModel() ? "  (the attacked model itself)" : ""));
        }
        return text.toString();
    }

    private static int width(
            StudyReport report, Function<SweepReport.MatrixCell, String> column, int least) {
        return report.headline().stream()
                .mapToInt(cell -> column.apply(cell).length())
                .reduce(least, Math::max);
    }

    private static String columns(int method, int matcher) {
        return "%-" + method + "s %-" + matcher + "s";
    }
}
