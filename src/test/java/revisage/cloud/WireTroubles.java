package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import revisage.cloud.simulate.Mishap;
import revisage.cloud.simulate.Mishaps;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Every trouble a wire can have is a fault of its kind, and no request is sent twice.
public abstract class WireTroubles extends OpenWire {

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
    public void aCertificateNobodyVouchesForIsRefusedBeforeAnythingIsTold(@TempDir Path folder)
            throws Exception {
        try (var stranger = new Stranger(folder);
                var service = open(stranger.address())) {
            var e =
                    assertThrows(
                            CloudException.class,
                            () -> service.enrol(GALLERY, "a", ALICE, Optional.empty(), toll));
            assertInstanceOf(Fault.Unreachable.class, e.fault());
            assertEquals(0, stranger.requests());
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
}
