package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import revisage.study.Attacks;
import revisage.study.Engines;
import revisage.study.PlanFile;
import revisage.study.Study;
import revisage.study.StudyFolder;
import revisage.study.StudyReport;
import revisage.study.SweepReport;
import revisage.study.SystemReport;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/// `revisage run`.
@Command(
        name = "run",
        description = {
            "Runs a whole study from one plan: leak, rebuild, look for the people, count.",
            "",
            "The plan is a JSON file with its seeds; its paths start from its own folder. The"
                + " output folder gets a folder a step and, at the end, report.json. The same plan"
                + " gives the same numbers. Stopped or killed, the same command goes on from where"
                + " it was."
        },
        footer = {"", "Example: revisage run plan.json --out study/"})
final class RunVerb extends Verb {

    @Parameters(paramLabel = "PLAN.json", description = "The plan.")
    private Path plan = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The output folder: new, or one of the same plan.")
    private Path out = Path.of("");

    @Mixin private ConsentOptions consent = new ConsentOptions();

    private final Attacks attacks;

    RunVerb(Engines engines, Attacks attacks) {
        super(engines);
        this.attacks = attacks;
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        PlanFile file = PlanFile.read(plan);
        StudyReport report =
                new Study(file, out, engines, attacks, Version.text(), consent).run(progress);
        var text = new StringBuilder(text(report));
        for (SystemReport cloud : new StudyFolder(out).clouds(report.plan())) {
            text.append('\n').append(SystemText.of(cloud, out));
        }
        return new Answer(text.toString(), report);
    }

    private String text(StudyReport report) {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %d steps in %.0f s, all in %s.%n%n",
                        report.plan().title().orElse("Study"),
                        report.steps().size(),
                        report.seconds(),
                        out));
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-32s %-24s %5s %7s %7s %7s%n",
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
                            "%-32s %-24s %5d %7d %7.3f %7.3f%s%n",
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
}
