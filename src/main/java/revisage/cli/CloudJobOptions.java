package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.cloud.Answers;
import revisage.cloud.AnswersFile;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudService;
import revisage.cloud.Patience;
import revisage.cloud.Pauses;
import revisage.cloud.Quote;
import revisage.cloud.ServiceCard;
import revisage.extract.DeviceChoice;
import revisage.study.CloudAsk;
import revisage.study.CloudStudy;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.QuoteText;
import revisage.study.SystemPlan;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// A cloud as the recogniser, guarded: which service, the quote, consent, the cap, or kept answers.
/// For every verb that compares faces.
final class CloudJobOptions {

    @Mixin private CloudServiceOptions service = new CloudServiceOptions();

    @Option(
            names = "--rate",
            paramLabel = "CALLS",
            description = "Calls to a cloud a second at most (default: four fifths of the quota).")
    private @Nullable Double rate;

    @Option(
            names = "--spare",
            paramLabel = "SHARE",
            description =
                    "Calls put by for repeats after faults, as a share of those needed, 0 to 10"
                            + " (default: 0.2). 40 are always put by; the quote shows them, and the"
                            + " cap holds them.")
    private @Nullable Double spare;

    @Option(
            names = "--whose",
            paramLabel = "TEXT",
            description = "Whose pictures a cloud would get: data set, licence, consent.")
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

    @Option(names = "--dry-run", description = "Show the cloud's quote and send nothing.")
    private boolean dryRun;

    @Mixin private ConsentOptions consent = new ConsentOptions();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "Count a cloud's kept answers again; nothing is sent, no account is needed."
                            + " Answers of several services stand side by side where --replay is"
                            + " named more than once.")
    private List<Path> replay = new ArrayList<>();

    /// What one verb wants of the cloud.
    ///
    /// @param people labelled folder of those to enrol
    /// @param probes folders of those to look for
    /// @param job its folder
    /// @param threshold on the service's scale
    /// @param all whether every answer is wanted that the service gives
    /// @param beside extractors to show beside the cloud
    record Wanted(
            Path people,
            List<Path> probes,
            Path job,
            SystemPlan plan,
            OptionalDouble threshold,
            boolean all,
            List<Path> beside,
            FaceCutting cutting) {

        Wanted {
            probes = List.copyOf(probes);
            beside = List.copyOf(beside);
        }
    }

    /// What a verb does with the answers.
    interface Counting {

        /// @param answers one for each service, 1 or more
        Answer of(CloudStudy study, List<Answers> answers)
                throws WorkException, InterruptedException;
    }

    /// Whether a cloud, or its kept answers, are named.
    boolean asked() {
        return service.named() || !replay.isEmpty();
    }

    /// The quote of a dry run, or what is counted from the answers.
    Answer run(
            CommandSpec spec,
            Engines engines,
            Wanted wanted,
            Counting counting,
            Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        if (!replay.isEmpty()) {
            var kept = new ArrayList<Answers>();
            for (Path file : replay) {
                kept.add(AnswersFile.read(file));
            }
            if (kept.size() > 1 && wanted.threshold().orElse(0) != 0) {
                throw new ParameterException(
                        spec.commandLine(),
                        "each service has a scale of its own: name a threshold for one alone.");
            }
            var choice =
                    new CloudChoice(
                            kept.getFirst().provider(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            try (var study = CloudStudy.open(ask(wanted, choice), engines, progress)) {
                return counting.of(study, kept);
            }
        }
        CloudChoice choice = service.choice(spec, engines.clouds().providers());
        try (var study = CloudStudy.open(ask(wanted, choice), engines, progress);
                var opened = study.service()) {
            check(spec, opened.card(), wanted);
            Quote quote = study.quote(opened.card());
            Path written = study.writeQuote(quote);
            return dryRun
                    ? shown(study, quote)
                    : counting.of(study, List.of(answers(study, opened, quote, written, progress)));
        }
    }

    private Answers answers(
            CloudStudy study,
            CloudService opened,
            Quote quote,
            Path written,
            Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        return study.run(
                consent.to(quote, written),
                opened,
                Patience.USUAL,
                Pauses.END,
                event -> event.progress().ifPresent(progress));
    }

    private static Answer shown(CloudStudy study, Quote quote) {
        return new Answer(
                "%s%nNothing was sent. This text and the faces are in %s.%n"
                        .formatted(new QuoteText(quote, study.ground()).text(), study.folder()),
                QuoteText.json(quote));
    }

    private void check(CommandSpec spec, ServiceCard card, Wanted wanted) {
        if (!card.simulator() && whose.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "--whose is needed: data set, licence, consent.");
        }
        int most = wanted.plan().ks().getLast();
        if (most > card.mostAnswers()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s gives %d answers at most, not %d."
                            .formatted(card.title(), card.mostAnswers(), most));
        }
    }

    private CloudAsk ask(Wanted wanted, CloudChoice choice) {
        return new CloudAsk(
                choice,
                wanted.people(),
                wanted.probes(),
                wanted.job(),
                wanted.plan(),
                wanted.threshold(),
                optional(rate),
                optional(spare),
                wanted.all(),
                whose,
                optedOut,
                Optional.ofNullable(prices),
                wanted.beside(),
                wanted.cutting(),
                DeviceChoice.AUTO,
                Version.text());
    }

    static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
