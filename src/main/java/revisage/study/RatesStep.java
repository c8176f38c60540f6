package revisage.study;

import revisage.extract.StrictJson;
import revisage.measure.Counting;
import revisage.people.Portrait;
import revisage.work.Progress;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Every matcher looks for every rebuilt face, and for the source photos themselves.
///
/// Outputs: `rates.csv`, `rates.json`, `headline.json`, figures.
///
/// @param galleries by matcher, as the plan names it
/// @param rebuilt by name of the step
/// @param targets the source photos
record RatesStep(
        Bench bench,
        String version,
        Map<String, StepRunner.Done> galleries,
        Map<String, Rebuilt> rebuilt,
        List<Portrait> targets)
        implements Step {

    /// The rates a person looks at first.
    record Headline(List<SweepReport.MatrixCell> matrix) {

        static final String FILE = "headline.json";

        Headline {
            matrix = List.copyOf(matrix);
        }
    }

    /// @param onnx F, as the plan names it
    record Rebuilt(String onnx, StudyPlan.Attack attack, StepRunner.Done done) {}

    @Override
    public String name() {
        return "rates";
    }

    @Override
    public String settings() {
        var plan = bench.file().plan();
        return "%s, seed %d".formatted(plan.matching(), plan.seed());
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        var inputs = new TreeMap<String, String>();
        inputs.put("targets", Casting.fingerprint(targets));
        for (var gallery : galleries.entrySet()) {
            inputs.putAll(bench.inputs(gallery.getKey()));
            inputs.put(
                    "gallery " + Bench.label(gallery.getKey()), gallery.getValue().fingerprint());
        }
        rebuilt.forEach((name, made) -> inputs.put(name, made.done().fingerprint()));
        return inputs;
    }

    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var plan = bench.file().plan();
        List<Sweep.GalleryAt> at = new ArrayList<>();
        galleries.forEach(
                (onnx, done) ->
                        at.add(
                                new Sweep.GalleryAt(
                                        done.folder().resolve(GalleryStep.GALLERY),
                                        Optional.of(bench.file().resolve(onnx)))));
        SweepReport report =
                new Sweep(
                                at,
                                probes(),
                                Optional.of(ProbeSet.photos(targets)),
                                sweepPlan(),
                                bench.cutting(),
                                plan.deviceChoice(),
                                bench.engines(),
                                version)
                        .run(events);
        List<Path> made = rebuilt.values().stream().map(r -> r.done().folder()).toList();
        SweepFiles.write(report, folder, AttackedNames.of(report, made));
        byte[] headline = StrictJson.write(new Headline(report.matrix()));
        WholeFile.write("write the headline", folder.resolve(Headline.FILE), headline);
    }

    private SweepPlan sweepPlan() {
        var plan = bench.file().plan();
        return new SweepPlan(
                plan.matching().k().stream().sorted().toList(),
                Optional.of(plan.matching().n().stream().sorted().toList()),
                List.of(Counting.PICTURES, Counting.PEOPLE),
                plan.matching().typeI().orElse(false) ? PhotoRule.TYPE_I : PhotoRule.TYPE_II,
                OptionalDouble.empty(),
                plan.seed());
    }

    /// Photos of the targets, then what was rebuilt from them.
    List<ProbeSet> probes() throws WorkException, InterruptedException {
        var sets = new ArrayList<ProbeSet>();
        sets.add(ProbeSet.photos(targets));
        for (Rebuilt made : rebuilt.values()) {
            for (ProbeSet set : ProbeSet.in(made.done().folder())) {
                sets.add(new ProbeSet(lineName(made, set.method()), set.attacked(), set.probes()));
            }
        }
        return sets;
    }

    /// Networks of one method, those of other extractors with the same name left out.
    private long namesakes(String method) throws WorkException, InterruptedException {
        var labels = new HashSet<String>();
        for (Rebuilt made : rebuilt.values()) {
            if (made.attack().network().isPresent()
                    && ProbeSet.in(made.done().folder()).stream()
                            .anyMatch(s -> s.method().equals(method))) {
                labels.add(made.attack().label());
            }
        }
        return labels.size();
    }

    /// Lines of one figure must not share a name.
    private String lineName(Rebuilt made, String method)
            throws WorkException, InterruptedException {
        var plan = bench.file().plan();
        var name = new StringBuilder(method);
        List<StudyPlan.Attack> alike =
                plan.attacks().stream()
                        .filter(a -> a.search().equals(made.attack().search()))
                        .toList();
        boolean alone = alike.size() == 1;
        if (made.attack().network().isPresent() && namesakes(method) > 1) {
            String label = made.attack().label();
            String word = method.replaceFirst(" .*", "") + "-";
            name.append(", ");
            name.append(label.startsWith(word) ? label.substring(word.length()) : label);
        }
        if (!alone) {
            name.append(made.attack().queries().map(q -> ", " + q + " queries").orElse(""));
        }
        if (plan.extractors().size() > 1) {
            name.append(", ").append(Bench.label(made.onnx()));
        }
        return name.toString();
    }
}
