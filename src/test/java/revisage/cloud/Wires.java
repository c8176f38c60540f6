package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.cloud.simulate.Mishaps;
import revisage.cloud.simulate.NumberEye;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What holds for every service on its wire. A new service extends this against its simulator.
public abstract class Wires extends WireTroubles {

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
            // Counted by the simulator from its first answer on.
            assertEquals(total(simulator), named.size(), named.toString());
            assertEquals("simulated-" + total(simulator), named.getLast());
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
}
