package revisage.study;

import revisage.extract.StrictJson;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A whole study from one plan: leak, rebuild, look for the people, count.
///
/// The output folder holds a folder a step and, at the end, `report.json`. Started again with the
/// same plan it goes on from where it was stopped; the same plan and files give the same rates.
///
/// @param file the plan
/// @param out the output folder, made if it is missing
/// @param version of the program, for the report
/// @param consent to send faces to the plan's clouds
public record Study(
        PlanFile file, Path out, Engines engines, Attacks attacks, String version, Consent consent)
        implements Work<Progress, StudyReport> {

    /// Without consent: clouds may be simulators only.
    public Study(PlanFile file, Path out, Engines engines, Attacks attacks, String version) {
        this(file, out, engines, attacks, version, Consent.NOBODY);
    }

    @Override
    public StudyReport run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        StudyPlan plan = file.plan();
        try (var runner = StepRunner.open(out, file.fingerprint())) {
            var casting = new Casting(file);
            List<Portrait> targets = casting.targets();
            LabelledFolder enrolled = casting.faces(plan.gallery());
            refuseTooFew(enrolled);
            var bench = new Bench(engines, file);
            var networks = NetworkChoice.of(file);
            Map<String, StepRunner.Done> galleries = new LinkedHashMap<>();
            for (String onnx : plan.matchers()) {
                galleries.put(onnx, runner.run(new GalleryStep(bench, onnx, enrolled), events));
            }
            Map<String, RatesStep.Rebuilt> rebuilt = new LinkedHashMap<>();
            for (String onnx : plan.extractors()) {
                var leak = runner.run(new LeakStep(bench, onnx, targets), events);
                var basis = basis(runner, bench, casting, onnx, events);
                var all = new ArrayList<>(networks.of(onnx));
                if (plan.networks().isPresent()) {
                    var nursery =
                            new NetworkNursery(file, engines.trainings(), plan.networks().get());
                    all.addAll(nursery.attacks(onnx, events));
                }
                for (StudyPlan.Attack attack : all) {
                    var step = new RebuildStep(bench, attacks, onnx, attack, leak, basis);
                    var done = runner.run(step, events);
                    rebuilt.put(step.name(), new RatesStep.Rebuilt(onnx, attack, done));
                }
            }
            var counting = new RatesStep(bench, version, galleries, rebuilt, targets);
            var rates = runner.run(counting, events);
            for (PlannedCloud cloud : plan.clouds().orElse(List.of())) {
                var step =
                        new CloudStep(
                                bench,
                                version,
                                cloud,
                                enrolled,
                                counting,
                                consent,
                                out.resolve("cloud-jobs"));
                var _ = runner.run(step, events);
            }
            StudyReport report = report(runner.done(), rates);
            report.write(out);
            return report;
        }
    }

    /// Nothing where no attack searches.
    private Optional<StepRunner.Done> basis(
            StepRunner runner,
            Bench bench,
            Casting casting,
            String onnx,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        if (file.plan().basis().isEmpty()) {
            return Optional.empty();
        }
        StudyPlan.Basis basis = file.plan().basis().get();
        Step step =
                basis.file().isPresent()
                        ? new GivenBasisStep(bench, onnx, file.resolve(basis.file().get()))
                        : new BasisStep(
                                bench, attacks, onnx, casting.faces(basis.faces().orElseThrow()));
        return Optional.of(runner.run(step, events));
    }

    private void refuseTooFew(LabelledFolder enrolled) throws PlanException {
        int most = file.plan().matching().n().stream().mapToInt(n -> n).max().orElse(0);
        if (most > enrolled.people()) {
            throw new PlanException(
                    "The plan asks for n = %d people, and the gallery has %d."
                            .formatted(most, enrolled.people()),
                    "Ask for fewer, or enrol more.");
        }
    }

    private StudyReport report(Map<String, StepRunner.Done> done, StepRunner.Done rates)
            throws WorkException {
        Map<String, String> devices = new TreeMap<>();
        for (var step : done.entrySet()) {
            Path note = step.getValue().folder().resolve(StepNote.FILE);
            if (Files.exists(note)) {
                StepNote read = StrictJson.read(bytes(note), StepNote.class, "note", "" + note);
                devices.put(step.getKey(), read.device());
            }
        }
        Path counted = rates.folder().resolve(RatesStep.Headline.FILE);
        var headline =
                StrictJson.read(bytes(counted), RatesStep.Headline.class, "file", "" + counted);
        return StudyReport.of(version, file, done, devices, headline.matrix());
    }

    private static byte[] bytes(Path file) throws WorkException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileException.of("read back", file, e);
        }
    }
}
