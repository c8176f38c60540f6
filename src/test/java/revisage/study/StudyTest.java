package revisage.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.cloud.simulate.ExtractorEye;
import revisage.cloud.simulate.Simulator;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.StopAt;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

class StudyTest {

    private static final String PLAN =
            """
            {
              "schema": 1,
              "seed": 7,
              "extractors": ["a.onnx"],
              "matchers": ["b.onnx", "a.onnx"],
              "basis": {"images": "faces", "people": {"photos": 1}, "components": 4},
              "targets": {"images": "faces", "people": {"minPhotos": 2}, "count": 10},
              "gallery": {"images": "faces"},
              "attacks": [{"search": "full-vector", "queries": 3},
                          {"search": "full-vector", "queries": 9, "targets": 4}],
              "matching": {"k": [1, 5], "n": [10, 30]}
            }
            """;

    @TempDir Path folder;

    private final PaintedEngines engines = new PaintedEngines();

    @BeforeEach
    void lay() throws Exception {
        for (int person = 0; person < 40; person++) {
            for (int photo = 0; photo < 1 + person % 3; photo++) {
                Path file = folder.resolve("faces/p%02d/%d.png".formatted(person, photo));
                Files.createDirectories(file.getParent());
                Files.writeString(file, person + " " + photo);
            }
        }
        Files.writeString(folder.resolve("a.onnx"), "f");
        Files.writeString(folder.resolve("b.onnx"), "g");
        Files.writeString(folder.resolve("plan.json"), PLAN);
    }

    @Test
    void everyStepIsInTheReportAndThePeopleAreFound() throws Exception {
        StudyReport report = run("out", _ -> {});
        assertEquals(
                List.of(
                        "gallery-b",
                        "gallery-a",
                        "leak-a",
                        "basis-a",
                        "rebuilt-a-full-vector-3",
                        "rebuilt-a-full-vector-9",
                        "rates"),
                report.steps().stream().map(StudyReport.StepNoted::name).toList());
        assertEquals("a test", report.steps().getFirst().device().orElseThrow());
        assertEquals(6, report.headline().size(), "two matchers, two attacks and the photos");
        for (SweepReport.MatrixCell cell : report.headline()) {
            assertTrue(cell.tpr() > 0.9, cell.toString());
        }
        List<String> rates = Files.readAllLines(folder.resolve("out/rates/rates.csv"));
        assertTrue(rates.stream().anyMatch(r -> r.contains("9 queries")), rates.toString());
        assertTrue(Files.exists(folder.resolve("out/report.json")));
    }

    @Test
    void thePlanDoneOnceIsNotDoneAgain() throws Exception {
        StudyReport first = run("out", _ -> {});
        int shown = engines.shown.get();
        StudyReport again = run("out", _ -> {});
        assertEquals(shown, engines.shown.get());
        assertEquals(first, again);
    }

    @Test
    void stoppedAnywhereItGoesOnToTheSameRates() throws Exception {
        var events = new AtomicInteger();
        run("whole", _ -> events.incrementAndGet());
        byte[] rates = Files.readAllBytes(folder.resolve("whole/rates/rates.csv"));
        int runs = 0;
        for (int at = 1; at < events.get(); at += Math.max(1, events.get() / 3)) {
            String out = "stopped" + at;
            Consumer<Progress> stop = StopAt.event(at);
            assertThrows(InterruptedException.class, () -> run(out, stop));
            run(out, _ -> {});
            assertArrayEquals(rates, Files.readAllBytes(folder.resolve(out + "/rates/rates.csv")));
            runs++;
        }
        assertTrue(runs > 2, events + " events");
    }

    @Test
    void anotherPlanInTheSameFolderIsRefused() throws Exception {
        assertThrows(
                InterruptedException.class,
                () -> run("out", _ -> Thread.currentThread().interrupt()));
        Files.writeString(folder.resolve("plan.json"), PLAN.replace("\"seed\": 7", "\"seed\": 8"));
        assertThrows(WorkException.class, () -> run("out", _ -> {}));
    }

    @Test
    void moreGalleryPeopleThanThereAreIsRefusedBeforeAnythingIsDone() throws Exception {
        Files.writeString(folder.resolve("plan.json"), PLAN.replace("30]", "41]"));
        var refused = assertThrows(PlanException.class, () -> run("out", _ -> {}));
        assertTrue(refused.getMessage().contains("41"), refused.getMessage());
        assertEquals(0, engines.shown.get());
    }

    @Test
    void aCloudOfThePlanIsAskedOnceAndItsAnswersAreCountedAgainWithoutIt() throws Exception {
        try (var extractor = engines.extractors().open(Path.of("b.onnx"), DeviceChoice.CPU);
                var simulator =
                        Simulator.start(
                                Simulator.Service.REKOGNITION,
                                0,
                                new ExtractorEye(extractor, Optional.empty()),
                                Simulator.Day.quiet())) {
            String cloud =
                    "{\"service\": \"rekognition\", \"region\": \"us-east-1\", \"endpoint\":"
                            + " \"%s\"}";
            plan(cloud.formatted(simulator.address()));
            runWithClouds("out");
            SystemReport report = SystemFiles.read(folder.resolve("out/cloud-rekognition"));
            assertTrue(report.systems().getFirst().simulator());
            assertEquals(3, report.systems().size(), "the cloud and two matchers");
            assertEquals(9, report.lines().size(), "each with photos and two attacks");
            var asked = simulator.requests();
            runWithClouds("out");
            assertEquals(asked, simulator.requests());
        }
        plan("{\"service\": \"rekognition\", \"answers\": \"out/cloud-rekognition/answers.json\"}");
        runWithClouds("again");
        assertEquals(
                SystemFiles.read(folder.resolve("out/cloud-rekognition")),
                SystemFiles.read(folder.resolve("again/cloud-rekognition")));
    }

    private void plan(String cloud) throws IOException {
        String open = PLAN.strip();
        Files.writeString(
                folder.resolve("plan.json"),
                open.substring(0, open.length() - 1) + ", \"clouds\": [" + cloud + "]}");
    }

    private void runWithClouds(String out) throws Exception {
        PlanFile file = PlanFile.read(folder.resolve("plan.json"));
        var clouded = new CloudedEngines(engines);
        var _ =
                new Study(file, folder.resolve(out), clouded, new Photographer(), "test")
                        .run(_ -> {});
    }

    private StudyReport run(String out, Consumer<Progress> events) throws Exception {
        PlanFile file = PlanFile.read(folder.resolve("plan.json"));
        return new Study(file, folder.resolve(out), engines, new Photographer(), "test")
                .run(events);
    }

    /// An attack that cheats: it has another photo of everybody.
    private final class Photographer implements Attacks {

        @Override
        public void prepare(
                Preparation of, Extractor extractor, Path into, Consumer<? super Progress> events)
                throws WorkException {
            put(into.resolve("basis.safetensors"), of.faces().size() + " faces");
        }

        @Override
        public void rebuild(
                Rebuilding of, Extractor extractor, Path into, Consumer<? super Progress> events)
                throws WorkException, InterruptedException {
            VectorSet leak = engines.vectorFiles().read(of.leak());
            List<Reconstruction> rows = new ArrayList<>();
            for (int i = 0; i < of.targets(); i++) {
                String person = leak.labels().orElseThrow().get(i);
                String image = i + ".png";
                put(into.resolve(image), Integer.parseInt(person.substring(1)) + " 99");
                rows.add(
                        new Reconstruction(
                                leak.ids().orElseThrow().get(i),
                                person,
                                image,
                                "eigenfaces",
                                of.attack().search(),
                                of.attack().queries().orElse(0),
                                0.9,
                                0.1,
                                of.seed(),
                                "a".repeat(64)));
                events.accept(new Progress("Rebuilding", i + 1, of.targets(), "faces"));
            }
            ReconstructionTable.write(rows, into.resolve(ReconstructionTable.FILE));
        }

        private static void put(Path file, String text) throws FileException {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw FileException.of("write", file, e);
            }
        }
    }
}
