package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.store.ShippedModels;
import revisage.study.BenchPlan;
import revisage.study.BenchReport;
import revisage.study.Benchmark;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// `revisage bench`.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the searches on labelled faces, and prints ratios.",
            "",
            "People with one photo are the attacker's public faces, one photo each of people with"
                    + " two or more is a target, everybody is in the gallery; the source photo does"
                    + " not count (type-II).",
            "",
            "Parts: 'curve' (found again over queries, full-vector), 'speed' (queries a second of"
                    + " the searches over the bare extractor's), 'score' (queries to a cosine of"
                    + " 0.7, score beside reference), 'reference' (the published search with its"
                    + " whole budget: hours), 'sweep' (56 cells over one scoring pass),"
                    + " 'generators' (vectors a second of trained networks).",
            "",
            "Leaves bench.json, curve.csv and figures. Started again after a stop, it goes on where"
                    + " it was; speeds are measured anew each time."
        },
        footer = {
            "",
            "Example: revisage bench --extractor F.onnx --matcher G.onnx --images faces/ --parts"
                    + " curve,speed,sweep --out bench/"
        })
final class BenchVerb extends Verb {

    @Option(
            names = "--extractor",
            required = true,
            paramLabel = "F.onnx",
            description = "The extractor whose vectors leaked.")
    private Path extractor = Path.of("");

    @Option(
            names = "--matcher",
            required = true,
            paramLabel = "G.onnx",
            description = "The extractor that looks for the people.")
    private Path matcher = Path.of("");

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "Aligned faces, a folder a person.")
    private Path images = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder, or that of an earlier benchmark to go on with.")
    private Path out = Path.of("");

    @Option(
            names = "--targets",
            defaultValue = "100",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int targets = 100;

    @Mixin private SeedOption seed = new SeedOption();

    @Option(
            names = "--components",
            defaultValue = "512",
            paramLabel = "K",
            description = "Principal axes, at most (default: ${DEFAULT-VALUE}).")
    private int components = 512;

    @Option(
            names = "--budgets",
            split = ",",
            defaultValue = "0,10,30,100,300,1000,3000",
            paramLabel = "N",
            description =
                    "Queries a target, rising; 0 is the linear method (default: ${DEFAULT-VALUE}).")
    private List<Integer> budgets = List.of();

    @Option(
            names = "--score-targets",
            defaultValue = "20",
            paramLabel = "N",
            description = "For 'score' (default: ${DEFAULT-VALUE}).")
    private int scoreTargets = 20;

    @Option(
            names = "--reference-targets",
            defaultValue = "3",
            paramLabel = "N",
            description = "For 'reference' (default: ${DEFAULT-VALUE}).")
    private int referenceTargets = 3;

    @Option(
            names = "--reference-queries",
            defaultValue = "128000",
            paramLabel = "N",
            description = "A target's, of the published search (default: ${DEFAULT-VALUE}).")
    private int referenceQueries = 128_000;

    @Option(
            names = "--speed-queries",
            defaultValue = "300",
            paramLabel = "N",
            description = "A target's, of 32, for 'speed' (default: ${DEFAULT-VALUE}).")
    private int speedQueries = 300;

    @Option(
            names = "--slice",
            defaultValue = "1500",
            paramLabel = "MS",
            description =
                    "Time before search and bare extractor change (default: ${DEFAULT-VALUE}).")
    private int slice = 1_500;

    @Option(
            names = "--pairs",
            defaultValue = "7",
            paramLabel = "N",
            description = "Measurements of the sweep (default: ${DEFAULT-VALUE}).")
    private int pairs = 7;

    @Option(
            names = "--networks",
            split = ",",
            paramLabel = "N.onnx",
            description = "Trained networks for 'generators' (default: those that are shipped).")
    private @Nullable List<Path> networks;

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "CURVE,SPEED,SCORE,REFERENCE,SWEEP,GENERATORS",
            paramLabel = "PART",
            description = "${COMPLETION-CANDIDATES} (default: all).")
    private Set<BenchPlan.Part> parts = EnumSet.allOf(BenchPlan.Part.class);

    private final ShippedModels shipped;

    BenchVerb(Engines engines, ShippedModels shipped) {
        super(engines);
        this.shipped = shipped;
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        BenchReport report = new Benchmark(plan(), engines, Version.text()).run(progress);
        return new Answer(BenchText.of(report, out), report);
    }

    private BenchPlan plan() {
        Checks.range(spec, "--targets", targets, 1, 1_000_000);
        Checks.range(spec, "--components", components, 1, 4_096);
        Checks.range(spec, "--score-targets", scoreTargets, 1, 1_000_000);
        Checks.range(spec, "--reference-targets", referenceTargets, 1, 1_000_000);
        Checks.range(spec, "--reference-queries", referenceQueries, 64, 10_000_000);
        Checks.range(spec, "--speed-queries", speedQueries, 10, 1_000_000);
        Checks.range(spec, "--slice", slice, 1, 60_000);
        Checks.range(spec, "--pairs", pairs, 1, 1_000);
        for (int i = 0; i < budgets.size(); i++) {
            Checks.range(spec, "--budgets", budgets.get(i), 0, 10_000_000);
            if (i > 0 && budgets.get(i) <= budgets.get(i - 1)) {
                throw new ParameterException(
                        spec.commandLine(), "--budgets must rise, not " + budgets + ".");
            }
        }
        List<Path> named = networks;
        return new BenchPlan(
                extractor,
                matcher,
                images,
                out,
                targets,
                seed.seed(),
                components,
                budgets,
                scoreTargets,
                referenceTargets,
                referenceQueries,
                0.7,
                speedQueries,
                Duration.ofMillis(slice),
                pairs,
                named != null ? named : shipped.networks(ShippedModels.RES),
                parts);
    }
}
