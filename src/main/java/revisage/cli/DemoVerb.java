package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import revisage.demo.Demo;
import revisage.demo.DemoReport;
import revisage.demo.DemoReport.Method;
import revisage.demo.DemoReport.Rate;
import revisage.demo.DemoReport.UnderMatcher;
import revisage.store.ShippedModels;
import revisage.study.Attacks;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/// `revisage demo`.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what leaked vectors give away, on synthetic people: needs nothing else.",
            "",
            "Draws people, lets the vectors of some of them leak, rebuilds their faces, looks for"
                + " them with another extractor, counts, and tells it all in one HTML page. About"
                + " three minutes on two cores. Stopped, the same command goes on from where it"
                + " was."
        },
        footer = {"", "Example: revisage demo --out revisage-demo/"})
final class DemoVerb extends Verb {

    @Option(
            names = "--out",
            defaultValue = "revisage-demo",
            paramLabel = "DIR",
            description = "A new folder, or one of the same demo (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("revisage-demo");

    @Option(
            names = "--people",
            defaultValue = "1000",
            paramLabel = "N",
            description = "In the gallery (default: ${DEFAULT-VALUE}).")
    private int people = 1_000;

    @Option(
            names = "--targets",
            defaultValue = "40",
            paramLabel = "N",
            description = "Whose vectors leak (default: ${DEFAULT-VALUE}).")
    private int targets = 40;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed, other people (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    private final Attacks attacks;
    private final ShippedModels models;

    DemoVerb(Engines engines, Attacks attacks, ShippedModels models) {
        super(engines);
        this.attacks = attacks;
        this.models = models;
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Checks.range(spec, "--people", people, Demo.LEAST_PEOPLE, Demo.MOST_PEOPLE);
        Checks.range(spec, "--targets", targets, 1, Math.min(people, 1_000));
        var demo = new Demo(out, people, targets, seed, models, engines, attacks, Version.text());
        DemoReport report = demo.run(progress);
        return new Answer(text(report), report);
    }

    private static String text(DemoReport report) {
        var text = new StringBuilder();
        text.append(report.sentence()).append("\n\n");
        UnderMatcher told = report.results().getFirst();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-24s %8s  found again by %s, of %d:%n",
                        "rebuilt with",
                        "likeness",
                        told.matcher(),
                        report.targets()));
        told.methods().forEach(m -> text.append(line(m)));
        text.append(line(told.source()));
        text.append(String.format(Locale.ROOT, "%-24s %8s", "blind guessing", ""));
        for (Rate rate : told.source().rates()) {
            text.append(cell(rate.k(), DemoReport.few(rate.chance()), ""));
        }
        report.cloud().ifPresent(c -> text.append(cloud(c, report.targets())));
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%nThe people are synthetic: nobody is shown. This run took %.0f s.%n"
                                + "The page: %s%nAll estimates: %s%nAll numbers: %s%n",
                        report.seconds(),
                        Path.of(report.page()).toAbsolutePath().normalize(),
                        report.contactSheet(),
                        report.study()));
        return text.toString();
    }

    private static String cloud(DemoReport.Cloud cloud, int targets) {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%n%s, %d people, K = %d, of %d:%n",
                        cloud.service(),
                        cloud.people(),
                        cloud.k(),
                        targets));
        for (DemoReport.CloudMethod m : cloud.methods()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-33s right: %4d %-9s  only others: %4d  nobody: %4d%n",
                            m.name(),
                            m.right(),
                            " (%d..%d)".formatted(m.low(), m.high()),
                            m.wrong(),
                            m.nobody()));
        }
        return text.toString().stripTrailing();
    }

    private static String line(Method method) {
        var line = new StringBuilder();
        String likeness =
                method.cosine().map(c -> String.format(Locale.ROOT, "%.2f", c)).orElse("");
        line.append(String.format(Locale.ROOT, "%-24s %8s", method.name(), likeness));
        for (Rate rate : method.rates()) {
            line.append(
                    cell(
                            rate.k(),
                            Integer.toString(rate.found()),
                            " (%d..%d)".formatted(rate.low(), rate.high())));
        }
        return line.append("\n").toString();
    }

    private static String cell(int k, String found, String interval) {
        String where = k == 1 ? "first" : "in " + k;
        return String.format(Locale.ROOT, "  %5s: %4s%-9s", where, found, interval);
    }
}
