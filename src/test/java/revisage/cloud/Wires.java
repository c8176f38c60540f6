package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import revisage.cloud.simulate.Mishap;
import revisage.cloud.simulate.Mishaps;
import revisage.cloud.simulate.NumberEye;
import revisage.cloud.simulate.Simulator;
import revisage.work.WorkException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/// What holds for every service on its wire. A new service extends this against its simulator.
public abstract class Wires {

    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration HASTY = Duration.ofMillis(300);
    private static final Picture ALICE = NumberEye.face(1, 0);
    private static final String GALLERY = "revisage-test";

    private final List<Call> paid = new ArrayList<>();
    private final Toll toll = paid::add;

    protected abstract Simulator.Service which();

    protected abstract CloudService open(CloudChoice choice, Duration patience)
            throws WorkException;

    /// The operation that enrols, in the provider's word.
    protected abstract String enrolling();

    /// The last operation of a search, in the provider's word.
    protected abstract String searching();

    /// The operation of a search that takes the picture, in the provider's word.
    protected abstract String looking();

    private CloudService open(String address) throws WorkException {
        return open(address, PATIENT);
    }

    private CloudService open(String address, Duration patience) throws WorkException {
        return open(
                new CloudChoice(
                        "any",
                        Optional.empty(),
                        Optional.of(Endpoint.of(address)),
                        Optional.empty()),
                patience);
    }

    private Simulator simulator(Mishaps mishaps) throws WorkException {
        return Simulator.start(which(), 0, new NumberEye(), Simulator.Day.with(mishaps));
    }

    /// The nth request of this kind.
    private static Mishaps one(String operation, long nth, Mishap mishap) {
        return (asked, _, number) ->
                asked.equals(operation) && number == nth
                        ? Optional.of(new Mishaps.Event(mishap, Optional.empty()))
                        : Optional.empty();
    }

    private void enrol(CloudService service, String id, double... vector) throws Exception {
        assertInstanceOf(
                EnrolAnswer.Added.class,
                service.enrol(GALLERY, id, NumberEye.face(vector), Optional.empty(), toll));
    }

    private static long total(Simulator simulator) {
        return simulator.requests().values().stream().mapToLong(n -> n).sum();
    }

    @Test
    public void enrolledFacesAreFoundTheMostAlikeFirst() throws Exception {
        try (var simulator = simulator(Mishaps.none());
                var service = open(simulator.address())) {
            service.test(toll);
            service.create(GALLERY, toll);
            enrol(service, "alice", 1, 0);
            enrol(service, "bob", 1, 0.3);
            enrol(service, "carol", 0, 1);
            service.train(GALLERY, toll);
            assertEquals(Training.DONE, service.training(GALLERY, toll));
            double top = service.card().percent() ? 100 : 1;
            assertEquals(List.of("alice", "bob", "carol"), ids(service, 5, 0));
            assertEquals(List.of("alice", "bob"), ids(service, 2, 0));
            assertEquals(List.of("alice", "bob"), ids(service, 5, 0.5 * top));
            assertEquals(total(simulator), paid.size(), paid.toString());
            assertTrue(service.card().simulator());
        }
    }

    private List<String> ids(CloudService service, int most, double threshold) throws Exception {
        var found =
                assertInstanceOf(
                        SearchAnswer.Found.class,
                        service.search(GALLERY, ALICE, most, threshold, toll));
        double top = service.card().percent() ? 100 : 1;
        double last = top;
        for (var each : found.likenesses()) {
            assertTrue(each.score() <= last && each.score() >= threshold);
            last = each.score();
        }
        return found.likenesses().stream().map(SearchAnswer.Likeness::externalId).toList();
    }

    @Test
    public void aCardSaysAsManyRequestsAsThereAre() throws Exception {
        try (var simulator = simulator(Mishaps.none());
                var service = open(simulator.address())) {
            service.create(GALLERY, toll);
            paid.clear();
            enrol(service, "alice", 1, 0);
            assertEquals(service.card().enrolCalls(), paid);
            service.train(GALLERY, toll);
            service.training(GALLERY, toll);
            paid.clear();
            service.search(GALLERY, ALICE, 1, 0, toll);
            assertEquals(service.card().searchCalls(), paid);
        }
    }

    @Test
    public void aPictureWithoutAFaceAndNoPictureAreAnswersNotFaults() throws Exception {
        try (var simulator = simulator(Mishaps.none());
                var service = open(simulator.address())) {
            service.create(GALLERY, toll);
            enrol(service, "alice", 1, 0);
            service.train(GALLERY, toll);
            service.training(GALLERY, toll);
            assertEquals(
                    new EnrolAnswer.NoFace(),
                    service.enrol(GALLERY, "w", NumberEye.wall(), Optional.empty(), toll));
            assertEquals(
                    new SearchAnswer.NoFace(),
                    service.search(GALLERY, NumberEye.wall(), 1, 0, toll));
            assertInstanceOf(
                    EnrolAnswer.Refused.class,
                    service.enrol(GALLERY, "n", NumberEye.nonsense(), Optional.empty(), toll));
            assertInstanceOf(
                    SearchAnswer.Refused.class,
                    service.search(GALLERY, NumberEye.nonsense(), 1, 0, toll));
        }
    }

    @Test
    public void aGalleryThatIsThereIsUsedAndOneThatIsGoneStaysGone() throws Exception {
        try (var simulator = simulator(Mishaps.none());
                var service = open(simulator.address())) {
            assertFalse(service.exists(GALLERY, toll));
            service.create(GALLERY, toll);
            enrol(service, "alice", 1, 0);
            service.create(GALLERY, toll);
            assertTrue(service.exists(GALLERY, toll));
            assertEquals(1, service.enrolled(GALLERY, toll).size());
            service.delete(GALLERY, toll);
            assertFalse(service.exists(GALLERY, toll));
            service.delete(GALLERY, toll);
            assertEquals(total(simulator), paid.size());
        }
    }

    @Test
    public void aDeletedGalleryIsSaidInPlace() throws Exception {
        try (var simulator = simulator(one(searching(), 1, Mishap.GONE));
                var service = open(simulator.address())) {
            service.create(GALLERY, toll);
            enrol(service, "alice", 1, 0);
            service.train(GALLERY, toll);
            service.training(GALLERY, toll);
            var e =
                    assertThrows(
                            CloudException.class, () -> service.search(GALLERY, ALICE, 1, 0, toll));
            assertInstanceOf(Fault.GalleryMissing.class, e.fault());
        }
    }

    @Test
    public void allPagesAreListed() throws Exception {
        try (var simulator = simulator(Mishaps.none());
                var service = open(simulator.address())) {
            service.create(GALLERY, toll);
            for (int i = 0; i < 103; i++) {
                enrol(service, "p" + i, 1, i);
            }
            var listed = service.enrolled(GALLERY, toll);
            assertEquals(
                    IntStream.range(0, 103).mapToObj(i -> "p" + i).sorted().toList(),
                    listed.stream().map(Enrolled::externalId).sorted().toList());
            assertEquals(2, paid.stream().filter(c -> c == Call.LIST).count());
        }
    }

    @Test
    public void aRunThatGoesOnKnowsWhoIsWho() throws Exception {
        try (var simulator = simulator(Mishaps.none())) {
            try (var service = open(simulator.address())) {
                service.create(GALLERY, toll);
                enrol(service, "alice", 1, 0);
                service.train(GALLERY, toll);
                service.training(GALLERY, toll);
            }
            try (var service = open(simulator.address())) {
                assertEquals(List.of("alice"), ids(service, 1, 0));
            }
            assertEquals(total(simulator), paid.size());
        }
    }

    @Test
    public void whereTheTollRefusesNothingIsSent() throws Exception {
        try (var simulator = simulator(Mishaps.none());
                var service = open(simulator.address())) {
            Toll closed =
                    _ -> {
                        throw new CloudException(new Fault.QuotaUsedUp(), "No more.", "Stop.");
                    };
            assertThrows(CloudException.class, () -> service.test(closed));
            assertThrows(CloudException.class, () -> service.create(GALLERY, closed));
            assertThrows(CloudException.class, () -> service.enrolled(GALLERY, closed));
            assertThrows(CloudException.class, () -> service.search(GALLERY, ALICE, 1, 0, closed));
            assertThrows(
                    CloudException.class,
                    () -> service.enrol(GALLERY, "a", ALICE, Optional.empty(), closed));
            assertThrows(CloudException.class, () -> service.delete(GALLERY, closed));
            assertThrows(CloudException.class, () -> service.exists(GALLERY, closed));
            assertEquals(0, total(simulator));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"GONE", "TRAINING_FAILS", "TRAINING_NEVER_ENDS", "NOT_APPROVED", "HANG"},
            mode = EnumSource.Mode.EXCLUDE)
    public void everyTroubleOfAnEnrolmentIsAFaultOfItsKindAndSentOnce(Mishap mishap)
            throws Exception {
        try (var simulator = simulator(one(enrolling(), 1, mishap));
                var service = open(simulator.address())) {
            service.create(GALLERY, toll);
            if (mishap == Mishap.BAD_PICTURE) {
                assertInstanceOf(
                        EnrolAnswer.Refused.class,
                        service.enrol(GALLERY, "a", ALICE, Optional.empty(), toll));
                return;
            }
            var e =
                    assertThrows(
                            CloudException.class,
                            () -> service.enrol(GALLERY, "a", ALICE, Optional.empty(), toll));
            assertTrue(
                    kinds(mishap, true).contains(e.fault().getClass()), mishap + " " + e.fault());
            assertTrue(e.getMessage().endsWith(")."), e.getMessage());
            assertEquals(total(simulator), paid.size());
            boolean there =
                    service.enrolled(GALLERY, toll).stream().anyMatch(each -> each.faces() > 0);
            assertEquals(isAfterTheWork(mishap), there);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"GONE", "TRAINING_FAILS", "TRAINING_NEVER_ENDS", "NOT_APPROVED", "HANG"},
            mode = EnumSource.Mode.EXCLUDE)
    public void everyTroubleOfASearchIsAFaultOfItsKindAndSentOnce(Mishap mishap) throws Exception {
        String operation = mishap == Mishap.BAD_PICTURE ? looking() : searching();
        try (var simulator = simulator(one(operation, 1, mishap));
                var service = open(simulator.address())) {
            service.create(GALLERY, toll);
            enrol(service, "alice", 1, 0);
            service.train(GALLERY, toll);
            service.training(GALLERY, toll);
            if (mishap == Mishap.BAD_PICTURE) {
                assertInstanceOf(
                        SearchAnswer.Refused.class, service.search(GALLERY, ALICE, 1, 0, toll));
                return;
            }
            var e =
                    assertThrows(
                            CloudException.class, () -> service.search(GALLERY, ALICE, 1, 0, toll));
            assertTrue(
                    kinds(mishap, false).contains(e.fault().getClass()), mishap + " " + e.fault());
            assertEquals(total(simulator), paid.size());
            assertEquals(List.of("alice"), ids(service, 1, 0));
        }
    }

    @Test
    public void aServiceThatKeepsSilentMayHaveDoneWhatItWasAsked() throws Exception {
        try (var simulator = simulator(one(enrolling(), 1, Mishap.HANG));
                var patient = open(simulator.address());
                var hasty = open(simulator.address(), HASTY)) {
            patient.create(GALLERY, toll);
            patient.exists(GALLERY, toll);
            var e =
                    assertThrows(
                            CloudException.class,
                            () -> hasty.enrol(GALLERY, "a", ALICE, Optional.empty(), toll));
            assertInstanceOf(Fault.PerhapsDone.class, e.fault());
        }
    }

    /// GET, PUT and DELETE: what HTTP libraries like to send again by themselves.
    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"DROPPED", "LOST", "CUT_OFF", "GARBAGE", "ERROR", "UNAVAILABLE", "THROTTLE"})
    public void noLibrarySendsAnythingTwice(Mishap mishap) throws Exception {
        Mishaps always = (_, _, _) -> Optional.of(new Mishaps.Event(mishap, Optional.empty()));
        try (var simulator = simulator(always);
                var service = open(simulator.address())) {
            assertThrows(WorkException.class, () -> service.enrolled(GALLERY, toll));
            assertThrows(WorkException.class, () -> service.exists(GALLERY, toll));
            assertEquals(2, total(simulator));
        }
        try (var simulator = simulator(always);
                var service = open(simulator.address())) {
            try {
                service.create(GALLERY, toll);
            } catch (CloudException _) {
                // An empty answer cannot be cut off.
            }
            try {
                service.delete(GALLERY, toll);
            } catch (CloudException _) {
                // As above.
            }
            assertEquals(2, total(simulator));
        }
    }

    private static boolean isAfterTheWork(Mishap mishap) {
        return switch (mishap) {
            case ERROR_AFTER_WORK, LOST, HANG, CUT_OFF, GARBAGE, EMPTY -> true;
            default -> false;
        };
    }

    /// @param enrolling where doing it twice matters
    protected List<Class<? extends Fault>> kinds(Mishap mishap, boolean enrolling) {
        return switch (mishap) {
            case THROTTLE -> List.of(Fault.Throttled.class);
            case UNAVAILABLE -> List.of(Fault.Unavailable.class);
            case ERROR, ERROR_AFTER_WORK ->
                    List.of(enrolling ? Fault.PerhapsDone.class : Fault.Unavailable.class);
            case DROPPED, LOST, HANG -> List.of(Fault.PerhapsDone.class);
            case CUT_OFF -> List.of(Fault.PerhapsDone.class, Fault.Malformed.class);
            case GARBAGE, EMPTY -> List.of(Fault.Malformed.class);
            case EXPIRED -> List.of(Fault.CredentialsExpired.class);
            case DENIED -> List.of(Fault.AccessDenied.class);
            case QUOTA -> List.of(Fault.QuotaUsedUp.class);
            default -> List.of();
        };
    }

    @Test
    public void retryAfterIsHandedOnAsTheServiceSaysIt() throws Exception {
        Mishaps slow =
                (_, number, _) ->
                        Optional.of(
                                new Mishaps.Event(
                                        Mishap.THROTTLE,
                                        number == 1
                                                ? Optional.of(Duration.ofSeconds(7))
                                                : Optional.empty()));
        try (var simulator = simulator(slow);
                var service = open(simulator.address())) {
            var e = assertThrows(CloudException.class, () -> service.create(GALLERY, toll));
            assertEquals(new Fault.Throttled(Optional.of(Duration.ofSeconds(7))), e.fault());
            e = assertThrows(CloudException.class, () -> service.create(GALLERY, toll));
            assertEquals(new Fault.Throttled(Optional.empty()), e.fault());
        }
    }

    @Test
    public void aStopIsHeardWhileTheServiceKeepsSilent() throws Exception {
        try (var simulator = simulator(one(enrolling(), 1, Mishap.HANG));
                var service = open(simulator.address())) {
            service.create(GALLERY, toll);
            Thread worker = Thread.currentThread();
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    Thread.sleep(300);
                                } catch (InterruptedException _) {
                                    return;
                                }
                                worker.interrupt();
                            });
            long begin = System.nanoTime();
            assertThrows(
                    InterruptedException.class,
                    () -> service.enrol(GALLERY, "a", ALICE, Optional.empty(), toll));
            assertTrue(System.nanoTime() - begin < 3_000_000_000L);
        }
    }

    @Test
    public void anotherServerOnThisMachineIsNotTakenForASimulator() throws Exception {
        for (int status : new int[] {200, 400, 403, 500}) {
            try (var other = new OneAnswer(status, "{}", false);
                    var service = open(other.address())) {
                var e =
                        assertThrows(
                                CloudException.class,
                                () -> service.enrol(GALLERY, "a", ALICE, Optional.empty(), toll));
                assertTrue(e.getMessage().contains("no simulator"), e.getMessage());
            }
        }
    }

    @Test
    public void whereNobodyListensItIsUnavailable() throws Exception {
        String address;
        try (var simulator = simulator(Mishaps.none())) {
            address = simulator.address();
        }
        try (var service = open(address)) {
            var e = assertThrows(CloudException.class, () -> service.create(GALLERY, toll));
            assertInstanceOf(Fault.Unavailable.class, e.fault());
        }
    }

    @Test
    public void neitherKeyNorNameNorPictureIsLoggedOrThrown() throws Exception {
        var logged = new StringBuilder();
        var listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord one) {
                        logged.append(one.getMessage()).append('\n');
                        Optional.ofNullable(one.getThrown()).ifPresent(t -> logged.append(t));
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger.getLogger("").addHandler(listener);
        try {
            for (Mishap mishap : Mishap.values()) {
                if (mishap == Mishap.HANG) {
                    continue;
                }
                try (var simulator = simulator(one(enrolling(), 1, mishap));
                        var service = open(simulator.address())) {
                    service.create(GALLERY, toll);
                    service.enrol(GALLERY, "alicealice", ALICE, Optional.empty(), toll);
                } catch (CloudException e) {
                    logged.append(e).append(e.remedy()).append(e.getCause());
                }
            }
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        for (String secret : List.of("alicealice", "FACE 1", "RkFDRSAx", "Credential=", "arn:")) {
            assertFalse(logged.toString().contains(secret), secret + " in " + logged);
        }
    }

    @Test
    public void countsAndThresholdsOutOfRangeAreTheProgrammersMistake() throws Exception {
        try (var service = open("http://127.0.0.1:1")) {
            var card = service.card();
            double top = card.percent() ? 100 : 1;
            for (int most : new int[] {0, -1, card.mostAnswers() + 1}) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> service.search(GALLERY, ALICE, most, 0, toll));
            }
            for (double threshold : new double[] {-0.01, top + 0.01, Double.NaN}) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> service.search(GALLERY, ALICE, 1, threshold, toll));
            }
        }
    }

    /// A server on this machine that says one thing to everybody.
    public static final class OneAnswer implements AutoCloseable {

        private final HttpServer server;

        /// @param labelled whether it says that it is a simulator
        public OneAnswer(int status, String body, boolean labelled) throws Exception {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        try (exchange) {
                            exchange.getRequestBody().readAllBytes();
                            if (labelled) {
                                exchange.getResponseHeaders().set(SimulatorLabel.HEADER, "test");
                            }
                            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                            exchange.sendResponseHeaders(status, bytes.length);
                            exchange.getResponseBody().write(bytes);
                        }
                    });
            server.start();
        }

        /// Where it listens.
        public String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
