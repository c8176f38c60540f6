package revisage.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.cloud.Answers;
import revisage.cloud.AnswersFile;
import revisage.cloud.Approval;
import revisage.cloud.CloudChoice;
import revisage.cloud.Endpoint;
import revisage.cloud.Patience;
import revisage.cloud.Pauses;
import revisage.cloud.simulate.ExtractorEye;
import revisage.cloud.simulate.Simulator;
import revisage.engine.aws.Rekognition;
import revisage.engine.azure.AzureFace;
import revisage.extract.DeviceChoice;
import revisage.measure.Counting;
import revisage.store.InMemory;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// From pictures to rates, with the real clients against the simulators.
class CloudStudyTest {

    private static final int PEOPLE = 60;
    private static final int PROBES = 20;
    private static final List<Integer> KS = List.of(1, 5);

    @TempDir(factory = InMemory.class)
    Path folder;

    private final PaintedEngines painted = new PaintedEngines();

    private void people(String where, int count, int photo) throws Exception {
        for (int p = 0; p < count; p++) {
            Path home = Files.createDirectories(folder.resolve(where).resolve("p" + p));
            Files.writeString(home.resolve(photo + ".png"), (1_000 + p) + " " + photo);
        }
    }

    /// Type-I: painted photos of one person are as alike as copies.
    private CloudAsk ask(String provider, String address) throws WorkException {
        return new CloudAsk(
                new CloudChoice(
                        provider,
                        Optional.empty(),
                        Optional.of(Endpoint.of(address)),
                        Optional.empty()),
                folder.resolve("people"),
                List.of(folder.resolve("probes")),
                folder.resolve("job-" + provider),
                new SystemPlan(KS, PhotoRule.TYPE_I, 1),
                OptionalDouble.of(0),
                OptionalDouble.of(1_000),
                OptionalDouble.empty(),
                true,
                "numbers",
                true,
                Optional.empty(),
                List.of(folder.resolve("f.onnx")),
                FaceCutting.ALIGNED,
                DeviceChoice.CPU,
                "test");
    }

    @Test
    void aCloudFindsPeopleAsALocalRecogniserFindsThem() throws Exception {
        people("people", PEOPLE, 1);
        people("probes", PROBES, 2);
        for (var service : Simulator.Service.values()) {
            String provider =
                    service == Simulator.Service.AZURE ? AzureFace.PROVIDER : Rekognition.PROVIDER;
            try (var extractor = painted.extractors().open(Path.of("f.onnx"), DeviceChoice.CPU);
                    var simulator =
                            Simulator.start(
                                    service,
                                    0,
                                    new ExtractorEye(extractor, Optional.empty()),
                                    Simulator.Day.quiet())) {
                checkOne(ask(provider, simulator.address()), simulator);
            }
        }
    }

    private void checkOne(CloudAsk ask, Simulator simulator) throws Exception {
        try (var study = CloudStudy.open(ask, new CloudedEngines(painted), _ -> {});
                var service = study.service()) {
            var quote = study.quote(service.card());
            assertEquals(PEOPLE + PROBES, quote.plan().pictures());
            assertEquals(Map.of(), simulator.requests(), "a quote sends nothing");
            var answers =
                    study.run(
                            Approval.ofSimulator(quote),
                            service,
                            Patience.USUAL,
                            Pauses.END,
                            _ -> {});
            SystemReport report = study.compare(answers, ask.out(), _ -> {}).report();
            assertEquals(2, report.systems().size());
            assertTrue(report.systems().getFirst().simulator());
            assertTrue(report.systems().getFirst().name().contains("(simulated)"));
            var cloud = report.lines().getFirst();
            var local = report.lines().getLast();
            // The simulator's scores rise with the cosines of the extractor behind it.
            assertEquals(local.cells(), cloud.cells());
            assertEquals(PROBES, cloud.probes());
            assertEquals(PEOPLE, report.faces() - report.systems().getFirst().notEnrolled());
            assertEquals(5.0 / PEOPLE, cloud.cells().getLast().chance(), 1e-12);
            assertTrue(cloud.cells().getLast().tpr().value() > 0.9);
            assertTrue(
                    simulator.requests().values().stream().mapToLong(n -> n).sum() <= quote.cap());
            checkReplay(ask, report);
            checkSweep(study, answers, cloud);
        }
    }

    private static final SweepPlan SWEEP =
            new SweepPlan(
                    KS,
                    Optional.of(List.of(20)),
                    List.of(Counting.PICTURES, Counting.PEOPLE),
                    PhotoRule.TYPE_I,
                    OptionalDouble.empty(),
                    1);

    /// The service told all: the sweep has every N, and at all people the rates of the comparison.
    private void checkSweep(CloudStudy study, Answers answers, SystemReport.Line counted)
            throws Exception {
        CloudLines all = study.lines(SWEEP, answers, _ -> {});
        SweepLine line = all.lines().getFirst();
        assertTrue(line.matcher().contains("(simulated)"));
        assertEquals(answers.sha256(), all.gallery().sha256());
        assertEquals(PROBES, line.probes());
        for (var cell : counted.cells()) {
            var same = cell(line, cell.k(), PEOPLE);
            assertEquals(cell.tpr().value(), same.tpr(), 1e-12);
            assertEquals(cell.fpr().value(), same.fpr(), 1e-12);
            assertEquals(cell.noMatch().value(), same.noMatch(), 1e-12);
            assertEquals(cell.chance(), same.chance(), 1e-12);
            assertTrue(cell(line, cell.k(), 20).tpr() >= same.tpr());
        }
        assertEquals(cell(line, 1, PEOPLE).tpr(), line.identification().getFirst(), 1e-12);
        checkCut(study, answers, line);
    }

    /// The service told only the two best, never the right person: what can be told stays.
    private void checkCut(CloudStudy study, Answers answers, SweepLine whole) throws Exception {
        CloudLines cut = study.lines(SWEEP, wrongTwo(answers, study), _ -> {});
        SweepLine line = cut.lines().getFirst();
        assertEquals(
                List.of(PEOPLE), line.cells().stream().map(SweepLine.Cell::n).distinct().toList());
        assertEquals(List.of(1), line.cells().stream().map(SweepLine.Cell::k).distinct().toList());
        assertEquals(0, cell(line, 1, PEOPLE).tpr());
        assertEquals(1, cell(line, 1, PEOPLE).fpr());
        assertEquals(cell(whole, 1, PEOPLE).chance(), cell(line, 1, PEOPLE).chance());
        assertEquals(List.of(), line.identification());
        assertTrue(cut.notes().getFirst().contains("2 answers"), cut.notes().toString());
    }

    private static Answers wrongTwo(Answers a, CloudStudy study) {
        var asked =
                a.asked().stream()
                        .map(
                                one ->
                                        new Answers.Asked(
                                                one.face(),
                                                one.refused(),
                                                one.found().stream()
                                                        .filter(h -> !own(study, one, h))
                                                        .limit(2)
                                                        .toList()))
                        .toList();
        return new Answers(
                a.schema(),
                a.provider(),
                a.service(),
                a.simulator(),
                a.host(),
                a.region(),
                a.model(),
                a.date(),
                a.percent(),
                2,
                a.gallery(),
                a.declined(),
                asked,
                a.bill());
    }

    private static boolean own(CloudStudy study, Answers.Asked asked, Answers.Hit hit) {
        var portraits = study.ground().portraits();
        return portraits.get(asked.face()).person().equals(portraits.get(hit.face()).person());
    }

    private static SweepLine.Cell cell(SweepLine line, int k, int n) {
        return line.cells().stream()
                .filter(c -> c.k() == k && c.n() == n && c.counting() == Counting.PICTURES)
                .findFirst()
                .orElseThrow();
    }

    private void checkReplay(CloudAsk ask, SystemReport first) throws Exception {
        var answers = AnswersFile.read(ask.out().resolve(AnswersFile.NAME));
        String kept = Files.readString(ask.out().resolve(AnswersFile.NAME));
        assertTrue(!kept.contains("p17") && !kept.contains(".png"), "no names");
        try (var study = CloudStudy.open(ask, new CloudedEngines(painted), _ -> {})) {
            assertEquals(first, study.compare(answers, ask.out(), _ -> {}).report());
        }
    }
}
