package revisage.study;

import revisage.extract.Extractor;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Measures the searches and the sweep, part by part. What is found before a stop stands in
/// `bench.json`; faces once rebuilt are not rebuilt again.
///
/// @param version of the program
public record Benchmark(BenchPlan plan, Engines engines, String version)
        implements Work<Progress, BenchReport> {

    @Override
    public BenchReport run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        try (var ground = BenchGround.open(plan, engines, version, events)) {
            BenchReport report = empty(ground);
            for (BenchPlan.Part part : BenchPlan.Part.values()) {
                if (plan.parts().contains(part)) {
                    report = with(report, part, ground, events);
                    report.write(plan.out());
                }
            }
            BenchFigures.write(report, plan.out());
            return report;
        }
    }

    private BenchReport with(
            BenchReport so,
            BenchPlan.Part part,
            BenchGround ground,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var curve = so.curve();
        var speed = so.speed();
        var race = so.race();
        SortedMap<String, List<BenchReport.MarkPoint>> marks = new TreeMap<>(so.marks());
        var sweep = so.sweep();
        var generators = so.generators();
        switch (part) {
            case CURVE -> curve = new QueryCurve(ground).measure(events);
            case SPEED -> speed = new LoopSpeed(ground).measure(events);
            case SCORE -> {
                var score = reading(ground, plan.score(), false, events);
                var reference = reading(ground, plan.reference(plan.scoreTargets()), true, events);
                race = Optional.of(race(score.runner(events), reference.runner(events)));
                marks.put("score", score.marks(events));
            }
            case REFERENCE -> {
                var whole = reading(ground, plan.reference(plan.referenceTargets()), false, events);
                marks.put("reference", whole.marks(events));
            }
            case SWEEP -> sweep = Optional.of(new SweepCosting(ground).measure(events));
            case GENERATORS ->
                    generators =
                            new GeneratorSpeed(engines, plan.networks(), plan.slice())
                                    .measure(events);
        }
        return new BenchReport(
                so.schema(),
                so.version(),
                so.machine(),
                so.device(),
                so.extractor(),
                so.matcher(),
                so.targets(),
                so.people(),
                so.seed(),
                curve,
                speed,
                race,
                marks,
                sweep,
                generators,
                BenchReport.seconds(ground.done()));
    }

    private static AlbumReading reading(
            BenchGround ground,
            StudyPlan.Attack attack,
            boolean untilGoal,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        return new AlbumReading(ground, attack.search(), ground.watch(attack, untilGoal, events));
    }

    private BenchReport.Race race(BenchReport.Runner score, BenchReport.Runner reference) {
        Optional<Double> ratio =
                score.medianQueries()
                        .flatMap(s -> reference.medianQueries().map(r -> r / Math.max(1, s)));
        return new BenchReport.Race(plan.goal(), List.of(score, reference), ratio);
    }

    private BenchReport empty(BenchGround ground) throws WorkException, InterruptedException {
        try (Extractor extractor = ground.bench().open(plan.onnx())) {
            return new BenchReport(
                    1,
                    version,
                    Hardware.here(),
                    extractor.device(),
                    Bench.label(plan.onnx()),
                    Bench.label(plan.matcherOnnx()),
                    ground.targets().size(),
                    ground.people(),
                    plan.seed(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    new TreeMap<>(),
                    Optional.empty(),
                    List.of(),
                    BenchReport.seconds(ground.done()));
        }
    }
}
