package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import revisage.cloud.simulate.Mishaps;
import revisage.cloud.simulate.NumberEye;
import revisage.cloud.simulate.SeededMishaps;
import revisage.cloud.simulate.Simulator;
import revisage.engine.aws.Rekognition;
import revisage.engine.azure.AzureFace;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// The guard, the real clients and the simulators together.
class CloudRunOnTheWireTest {

    private static final Patience NO_WAIT = new Patience(8, Duration.ZERO, Duration.ZERO);
    private static final int DIMENSION = 12;

    @TempDir Path folder;

    private final Map<String, Picture> pictures = new HashMap<>();

    private static Simulator simulator(Simulator.Service service, Mishaps mishaps)
            throws WorkException {
        return Simulator.start(service, 0, new NumberEye(), Simulator.Day.with(mishaps));
    }

    private static CloudService open(Simulator.Service service, Simulator simulator)
            throws WorkException {
        var choice =
                new CloudChoice(
                        service.name(),
                        Optional.empty(),
                        Optional.of(Endpoint.of(simulator.address())),
                        Optional.empty());
        Duration patience = Duration.ofSeconds(30);
        return switch (service) {
            case REKOGNITION -> Rekognition.open(choice, patience);
            case AZURE -> AzureFace.open(choice, patience);
        };
    }

    /// A person's face, a little different each time.
    private String face(int person, int time) {
        var who = new Random(person);
        var light = new Random(1_000L * person + time);
        double[] vector = new double[DIMENSION];
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] = who.nextGaussian() + 0.1 * light.nextGaussian();
        }
        String text = "face %d of %d".formatted(time, person);
        String name = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        pictures.put(name, NumberEye.face(vector));
        return name;
    }

    private Approval approval(Path place, CloudService service, int people, int probes)
            throws WorkException {
        var plan =
                new CloudPlan(
                        service.card(),
                        place.toString(),
                        IntStream.range(0, people).mapToObj(p -> face(p, 0)).toList(),
                        IntStream.range(0, probes).mapToObj(p -> face(p, 1)).toList(),
                        people,
                        "numbers",
                        false,
                        5,
                        1e6);
        return Approval.ofSimulator(Quote.of(plan, PriceTable.shipped()));
    }

    private Answers run(Approval approval, CloudService service, Path place)
            throws WorkException, InterruptedException {
        return new CloudRun(
                        approval,
                        service,
                        face -> Optional.ofNullable(pictures.get(face)).orElseThrow(),
                        place,
                        NO_WAIT,
                        _ -> {})
                .run(_ -> {});
    }

    private static long total(Simulator simulator) {
        return simulator.requests().values().stream().mapToLong(n -> n).sum();
    }

    @ParameterizedTest
    @EnumSource(Simulator.Service.class)
    void thePapersProtocolInSmall(Simulator.Service which) throws Exception {
        int people = 500;
        int probes = 100;
        try (var simulator = simulator(which, Mishaps.none());
                var service = open(which, simulator)) {
            var approval = approval(folder, service, people, probes);
            var answers = run(approval, service, folder);
            assertEquals(people, answers.gallery().size());
            long first = 0;
            for (int p = 0; p < probes; p++) {
                var asked = answers.asked().get(p);
                assertEquals(5, asked.found().size(), "K = 5, threshold 0");
                first += asked.found().getFirst().face().equals(face(p, 0)) ? 1 : 0;
            }
            // Cosine within a person 0.99, between people seldom above 0.8 in 12 dimensions.
            assertTrue(first >= 98, first + " of 100 found first");
            assertEquals(total(simulator), answers.bill().calls());
            assertTrue(answers.bill().calls() <= approval.quote().cap());
            assertFalse(service.exists(approval.quote().limit().gallery(), _ -> {}));
        }
    }

    @ParameterizedTest
    @EnumSource(Simulator.Service.class)
    void stormsOnTheWireCostNothingButCallsBelowTheCap(Simulator.Service which) throws Exception {
        Path calm = Files.createDirectory(folder.resolve("calm"));
        List<Answers.Asked> truth;
        try (var simulator = simulator(which, Mishaps.none());
                var service = open(which, simulator)) {
            truth = run(approval(calm, service, 20, 10), service, calm).asked();
        }
        int finished = 0;
        for (int seed = 0; seed < 12; seed++) {
            Path place = Files.createDirectory(folder.resolve("storm" + seed));
            try (var simulator = simulator(which, new SeededMishaps(seed, 0.12));
                    var service = open(which, simulator)) {
                var approval = approval(place, service, 20, 10);
                Optional<Answers> answers = Optional.empty();
                for (int start = 0; start < 30 && answers.isEmpty(); start++) {
                    try {
                        answers = Optional.of(run(approval, service, place));
                    } catch (WorkException _) {
                        // Too many troubles in a row: the next start goes on.
                    }
                    assertTrue(total(simulator) <= approval.quote().cap());
                }
                if (answers.isPresent()) {
                    finished++;
                    assertEquals(truth, answers.get().asked());
                    assertEquals(20, answers.get().gallery().size());
                    assertTrue(total(simulator) <= answers.get().bill().calls());
                }
            }
        }
        assertTrue(finished >= 9, finished + " of 12 came to their end below the cap");
    }
}
