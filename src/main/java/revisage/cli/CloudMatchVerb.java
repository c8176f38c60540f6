package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.study.Engines;
import revisage.study.PhotoRule;
import revisage.study.SystemPlan;
import revisage.study.SystemReport;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// `revisage cloud match`.
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Enrols people at a cloud, looks for faces among them, deletes everything there.",
            "",
            "The first call writes quote.txt and faces.png into the output folder and sends"
                + " nothing. Read them; then the same command with --confirm and the code in the"
                + " quote sends. Stopped, killed or paused, that command goes on; no call is paid"
                + " twice, and never more calls leave than were confirmed. Simulators on this"
                + " machine need no confirmation.",
            "",
            "Answers are kept in answers.json (no picture is in it): --replay counts them again"
                    + " without an account."
        },
        footer = {
            "",
            "Example: revisage cloud match --service rekognition --images people/ --probes"
                    + " rebuilt/ --out cloud/ --dry-run"
        })
final class CloudMatchVerb extends Verb {

    @Mixin private CloudJobOptions cloud = new CloudJobOptions();

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "Whom to enrol: a labelled folder.")
    private Path images = Path.of("");

    @Option(
            names = "--probes",
            required = true,
            paramLabel = "DIR",
            description =
                    "Whom to look for: a folder that 'reconstruct' wrote, or photos; more than one"
                            + " for more lines.")
    private List<Path> probes = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder of this job.")
    private Path out = Path.of("");

    @Option(
            names = "--k",
            split = ",",
            paramLabel = "K",
            description = "Candidates shown (default: 1,5; the seed study's is 5).")
    private List<Integer> ks = List.of(1, 5);

    @Option(names = "--type-i", description = "Let the source photos count too.")
    private boolean typeOne;

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description =
                    "Candidates below this score are no match, on the service's scale (default: its"
                            + " usual one). The service is asked without one, so all are counted.")
    private @Nullable Double threshold;

    @Option(
            names = "--beside",
            paramLabel = "F.onnx",
            description = "A local extractor to show beside the cloud; more than one may be named.")
    private List<Path> beside = new ArrayList<>();

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the intervals (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin private FaceOptions faces = new FaceOptions();

    CloudMatchVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        var wanted =
                new CloudJobOptions.Wanted(
                        images,
                        probes,
                        out,
                        new SystemPlan(
                                Checks.rising(spec, "--k", ks),
                                typeOne ? PhotoRule.TYPE_I : PhotoRule.TYPE_II,
                                seed),
                        CloudJobOptions.optional(threshold),
                        false,
                        beside,
                        faces.cutting());
        return cloud.run(
                spec,
                engines,
                wanted,
                (study, answers) -> {
                    SystemReport report = study.compare(answers, out, progress).report();
                    return new Answer(SystemText.of(report, out), report);
                },
                progress);
    }
}
