package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.StrictJson;
import revisage.train.ExtractorPlanFile;
import revisage.train.NaivePlan;
import revisage.train.NbNetPlan;
import revisage.train.ReconstructorPlan;
import revisage.train.ReconstructorPlanFile;
import revisage.train.ReconstructorReport;
import revisage.train.TrainingData;
import revisage.train.TrainingEvent;
import revisage.train.TrainingReport;
import revisage.train.Trainings;
import revisage.work.Sha256;
import revisage.work.Work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class NetworkNurseryTest {

    @TempDir private Path folder;

    private final List<String> trained = new ArrayList<>();
    private final Map<String, Integer> made = new TreeMap<>();

    /// A training that writes its plan's name as the network.
    private final Trainings trainings =
            new Trainings() {
                @Override
                public Work<TrainingEvent, TrainingReport> extractor(
                        ExtractorPlanFile plan, Order order) {
                    throw new AssertionError("no extractor is trained here");
                }

                @Override
                public Work<TrainingEvent, ReconstructorReport> reconstructor(
                        ReconstructorPlanFile plan, Order order) {
                    return events -> {
                        trained.add(plan.plan().name());
                        var rebuilt =
                                new TrainingEvent.Rebuilt(
                                        1, 2, 0.5, "pixels", new TreeMap<>(), 0.1, 1, 1, 1);
                        events.accept(rebuilt);
                        return finish(plan, order.out());
                    };
                }
            };

    /// What the training would draw or ask, were it not there.
    private void draw(Path out, String part) throws IOException {
        Path file = out.resolve(part).resolve("numbers");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, part);
            made.merge(part, 1, Integer::sum);
        }
    }

    private ReconstructorReport finish(ReconstructorPlanFile plan, Path out) {
        try {
            draw(out, "faces");
            draw(out, "pairs");
            Path onnx = out.resolve(plan.plan().name() + ".onnx");
            Files.writeString(onnx, plan.plan().name());
            var report =
                    new ReconstructorReport(
                            "test",
                            plan.plan(),
                            "a test",
                            "00",
                            true,
                            1,
                            1,
                            1,
                            0,
                            1,
                            "a fake",
                            1,
                            new TreeMap<>(),
                            1,
                            1,
                            1,
                            1,
                            1,
                            0,
                            "x.onnx",
                            1,
                            Sha256.of(onnx));
            Files.write(out.resolve("training.json"), StrictJson.write(report));
            return report;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void files() throws Exception {
        Files.writeString(folder.resolve("f.onnx"), "f");
        Files.writeString(folder.resolve("g.onnx"), "g");
        Files.createDirectories(folder.resolve("faces"));
    }

    private static ReconstructorPlan.Method naive(double epochs) {
        Optional<String> none = Optional.empty();
        return ReconstructorPlan.Method.of(
                new NaivePlan(
                        none,
                        none,
                        Optional.of(epochs),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        none));
    }

    private static ReconstructorPlan.Method nbnet() {
        Optional<String> none = Optional.empty();
        return ReconstructorPlan.Method.of(
                new NbNetPlan(
                        Optional.of("small"),
                        none,
                        Optional.empty(),
                        none,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private NetworkNursery nursery(double epochs) {
        var synthetic = new TrainingData.Synthetic(1, 10, 2, Optional.empty());
        var grid =
                new NetworkGrid(
                        "kept",
                        List.of(naive(epochs), nbnet()),
                        List.of(
                                new NetworkGrid.Set(
                                        "lfw",
                                        Optional.of("faces"),
                                        Optional.empty(),
                                        Optional.empty()),
                                new NetworkGrid.Set(
                                        "made",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(synthetic))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var plan =
                new StudyPlan(
                        1,
                        Optional.empty(),
                        3,
                        Optional.empty(),
                        List.of("f.onnx", "g.onnx"),
                        List.of("g.onnx"),
                        Optional.empty(),
                        Optional.empty(),
                        new StudyPlan.Targets("faces", Optional.empty(), 1),
                        new StudyPlan.Faces("faces", Optional.empty()),
                        List.of(),
                        new StudyPlan.Matching(List.of(1), List.of(2), Optional.empty()),
                        Optional.empty(),
                        Optional.of(grid));
        return new NetworkNursery(new PlanFile(plan, folder), trainings, grid);
    }

    @Test
    void everyMethodIsTrainedOnEverySetForEachExtractorOnce() throws Exception {
        List<StudyPlan.Attack> f = nursery(5).attacks("f.onnx", p -> {});
        assertEquals(
                List.of("naive-lfw", "nbnet-lfw", "naive-made", "nbnet-made"),
                f.stream().map(StudyPlan.Attack::label).toList());
        List<StudyPlan.Attack> g = nursery(5).attacks("g.onnx", p -> {});
        assertEquals(8, trained.size());
        assertNotEquals(f, g);
        assertEquals(f, nursery(5).attacks("f.onnx", p -> {}));
        assertEquals(8, trained.size());
        for (StudyPlan.Attack attack : f) {
            assertTrue(Files.isRegularFile(Path.of(attack.network().orElseThrow())));
        }
    }

    /// Two sets, two extractors, two methods: faces are drawn once a set, the extractor is asked
    /// once for each set and extractor.
    @Test
    void facesAndAnswersAreSharedAmongMethods() throws Exception {
        nursery(5).attacks("f.onnx", p -> {});
        nursery(5).attacks("g.onnx", p -> {});
        assertEquals(8, trained.size());
        assertEquals(Map.of("faces", 2, "pairs", 4), made);
    }

    @Test
    void otherSettingsAreAnotherNetwork() throws Exception {
        List<StudyPlan.Attack> five = nursery(5).attacks("f.onnx", p -> {});
        List<StudyPlan.Attack> six = nursery(6).attacks("f.onnx", p -> {});
        assertNotEquals(five.get(0), six.get(0));
        assertEquals(five.get(1), six.get(1));
        assertEquals(6, trained.size());
    }

    @Test
    void aNetworkThatIsNoLongerWhatItWasIsTrainedAgain() throws Exception {
        List<StudyPlan.Attack> attacks = nursery(5).attacks("f.onnx", p -> {});
        Path network = Path.of(attacks.getFirst().network().orElseThrow());
        Files.writeString(network, "something else");
        nursery(5).attacks("f.onnx", p -> {});
        assertEquals(5, trained.size());
        assertFalse(Files.readString(network).contains("else"));
    }

    @Test
    void theSameNetworkTwiceIsRefused() {
        var set =
                new NetworkGrid.Set(
                        "lfw", Optional.of("faces"), Optional.empty(), Optional.empty());
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new NetworkGrid(
                                "kept",
                                List.of(naive(5), naive(6)),
                                List.of(set),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }
}
