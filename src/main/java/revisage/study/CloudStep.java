package revisage.study;

import revisage.cloud.Answers;
import revisage.cloud.AnswersFile;
import revisage.cloud.Patience;
import revisage.cloud.Pauses;
import revisage.people.LabelledFolder;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// A cloud looks for every rebuilt face beside the matchers, guarded; or its kept answers are
/// counted.
///
/// Outputs: `systems.json`, `rates.csv`, `false-matches.csv`, the matches, figures, `answers.json`.
/// The job itself lies outside of the step's folder, in `cloud-jobs/`, and is never cleared: its
/// ledger knows what the provider may still hold.
///
/// @param people who is enrolled
/// @param rates knows the probes
/// @param jobs folder of all jobs of the study
record CloudStep(
        Bench bench,
        String version,
        PlannedCloud planned,
        LabelledFolder people,
        RatesStep rates,
        Consent consent,
        Path jobs)
        implements Step {

    @Override
    public String name() {
        return "cloud-" + planned.service();
    }

    @Override
    public String settings() {
        return "%s, %s".formatted(planned, rates.settings());
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        Map<String, String> inputs = rates.inputs();
        inputs.put("people", Casting.fingerprint(people.portraits()));
        if (planned.answers().isPresent()) {
            inputs.put("answers", Sha256.of(bench.file().resolve(planned.answers().get())));
        }
        return inputs;
    }

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        try (var study =
                CloudStudy.open(
                        ask(), people.portraits(), rates.probes(), bench.engines(), events)) {
            Answers answers =
                    planned.answers().isPresent()
                            ? AnswersFile.read(bench.file().resolve(planned.answers().get()))
                            : asked(study, events);
            AnswersFile.write(answers, folder.resolve(AnswersFile.NAME));
            var _ = study.compare(answers, folder, events);
        }
    }

    private Answers asked(CloudStudy opened, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        try (var service = opened.service()) {
            boolean named = planned.whose().filter(w -> !w.isBlank()).isPresent();
            if (!service.card().simulator() && !named) {
                throw new PlanException(
                        "The plan does not say whose pictures %s would get."
                                .formatted(service.card().title()),
                        "Add 'whose' to the cloud: data set, licence, consent.");
            }
            CloudStudy study = opened.placed(service.card());
            var quote = study.quote(service.card());
            Path written = study.writeQuote(quote);
            return study.run(
                    consent.to(quote, written),
                    service,
                    Patience.USUAL,
                    Pauses.END,
                    event -> event.progress().ifPresent(events));
        }
    }

    private CloudAsk ask() throws WorkException {
        var plan = bench.file().plan();
        return new CloudAsk(
                planned.choice(),
                people.root(),
                List.of(),
                jobs.resolve(planned.service()),
                new SystemPlan(
                        plan.matching().k().stream().sorted().toList(),
                        plan.matching().typeI().orElse(false)
                                ? PhotoRule.TYPE_I
                                : PhotoRule.TYPE_II,
                        plan.seed()),
                planned.threshold().isPresent()
                        ? OptionalDouble.of(planned.threshold().get())
                        : OptionalDouble.empty(),
                OptionalDouble.empty(),
                planned.spare().isPresent()
                        ? OptionalDouble.of(planned.spare().get())
                        : OptionalDouble.empty(),
                false,
                planned.whose().orElse(""),
                planned.optedOut().orElse(false),
                Optional.empty(),
                plan.matchers().stream().map(bench.file()::resolve).toList(),
                bench.cutting(),
                plan.deviceChoice(),
                version);
    }
}
