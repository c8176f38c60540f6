package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.cloud.AnswersFile;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudEvent;
import revisage.cloud.CloudService;
import revisage.cloud.Patience;
import revisage.cloud.Pauses;
import revisage.cloud.Quote;
import revisage.cloud.ServiceCard;
import revisage.extract.DeviceChoice;
import revisage.study.CloudAsk;
import revisage.study.CloudStudy;
import revisage.study.Engines;
import revisage.study.PhotoRule;
import revisage.study.QuoteText;
import revisage.study.SystemComparison;
import revisage.study.SystemPlan;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

    @Mixin private CloudServiceOptions service = new CloudServiceOptions();

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
            names = "--rate",
            paramLabel = "CALLS",
            description = "Calls a second at most (default: four fifths of the quota).")
    private @Nullable Double rate;

    @Option(
            names = "--whose",
            paramLabel = "TEXT",
            description = "Whose pictures these are: data set, licence, consent.")
    private String whose = "";

    @Option(
            names = "--opted-out",
            description = "You have told the provider not to use pictures otherwise.")
    private boolean optedOut;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "Your price table (see 'revisage cloud prices').")
    private @Nullable Path prices;

    @Option(
            names = "--beside",
            paramLabel = "F.onnx",
            description = "A local extractor to show beside the cloud; more than one may be named.")
    private List<Path> beside = new ArrayList<>();

    @Option(names = "--dry-run", description = "Show the quote and send nothing.")
    private boolean dryRun;

    @Mixin private ConsentOptions consent = new ConsentOptions();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Count kept answers again; nothing is sent, no account is needed.")
    private @Nullable Path replay;

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
        Path kept = replay;
        if (kept != null) {
            var answers = AnswersFile.read(kept);
            var choice =
                    new CloudChoice(
                            answers.provider(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            try (var study = CloudStudy.open(ask(choice), engines, progress)) {
                return counted(study.compare(answers, out, progress));
            }
        }
        CloudChoice choice = service.choice(spec, engines.clouds().providers());
        try (var study = CloudStudy.open(ask(choice), engines, progress);
                var opened = study.service()) {
            if (!opened.card().simulator() && whose.isBlank()) {
                throw new ParameterException(
                        spec.commandLine(), "--whose is needed: data set, licence, consent.");
            }
            return ask(study, opened, progress);
        }
    }

    private Answer ask(CloudStudy study, CloudService opened, Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        Quote quote = study.quote(card(opened));
        Path written = study.writeQuote(quote);
        if (dryRun) {
            return new Answer(
                    "%s%nNothing was sent. This text and the faces are in %s.%n"
                            .formatted(new QuoteText(quote, study.ground()).text(), out),
                    QuoteText.json(quote));
        }
        var answers =
                study.run(
                        consent.to(quote, written),
                        opened,
                        Patience.USUAL,
                        Pauses.END,
                        event -> show(event, progress));
        return counted(study.compare(answers, out, progress));
    }

    private ServiceCard card(CloudService opened) {
        ServiceCard card = opened.card();
        int most = ks.getLast();
        if (most > card.mostAnswers()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s gives %d answers at most, not %d."
                            .formatted(card.title(), card.mostAnswers(), most));
        }
        Double wanted = rate;
        boolean high = wanted != null && !card.simulator() && wanted > card.quotaPerSecond();
        if (wanted != null && (!(wanted > 0) || high)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rate is above 0 and at most %s for %s, not %s."
                            .formatted(card.quotaPerSecond(), card.title(), wanted));
        }
        return card;
    }

    private CloudAsk ask(CloudChoice choice) {
        return new CloudAsk(
                choice,
                images,
                probes,
                out,
                new SystemPlan(
                        Checks.rising(spec, "--k", ks),
                        typeOne ? PhotoRule.TYPE_I : PhotoRule.TYPE_II,
                        seed),
                optional(threshold),
                optional(rate),
                whose,
                optedOut,
                Optional.ofNullable(prices),
                beside,
                faces.cutting(),
                DeviceChoice.AUTO,
                Version.text());
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The bar on stderr: the stage, and the meter behind it.
    static void show(CloudEvent event, Consumer<Progress> progress) {
        switch (event) {
            case CloudEvent.Stage(Progress stage) -> progress.accept(stage);
            case CloudEvent.Waiting(String why, var pause) ->
                    progress.accept(
                            new Progress(
                                    "Waiting %d s: %s".formatted(pause.toSeconds(), why),
                                    0,
                                    0,
                                    ""));
            case CloudEvent.Paused(String why, _) ->
                    progress.accept(new Progress("Paused: " + why, 0, 0, ""));
            case CloudEvent.Meter _ -> {}
        }
    }

    private Answer counted(SystemComparison.Result result) {
        return new Answer(SystemText.of(result.report(), out), result.report());
    }
}
