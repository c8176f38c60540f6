package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.cloud.FakeCloud.Blow;
import revisage.store.InMemory;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

class CloudRunTest {

    private static final Patience NO_WAIT = new Patience(8, Duration.ZERO, Duration.ZERO);

    /// Goes on at once, as a person would who has renewed the credentials.
    private static final Pauses RENEWED = _ -> {};

    @TempDir(factory = InMemory.class)
    Path folder;

    private static final Map<String, Byte> SHADES = new HashMap<>();

    private static String face(int shade) {
        String name = Sha256.of(new byte[] {(byte) shade});
        SHADES.put(name, (byte) shade);
        return name;
    }

    private static final Pictures PICTURES =
            face -> new Picture(new byte[] {Optional.ofNullable(SHADES.get(face)).orElseThrow()});

    private static Approval approval(Path folder, boolean azure, int enrol, int ask)
            throws WorkException {
        var plan =
                new CloudPlan(
                        FakeCloud.card(azure, true),
                        folder.toString(),
                        IntStream.range(0, enrol).mapToObj(i -> face(1 + 3 * i)).toList(),
                        IntStream.range(0, ask).mapToObj(i -> face(2 + 3 * i)).toList(),
                        enrol,
                        "numbers",
                        false,
                        3,
                        1e6);
        return Approval.ofSimulator(Quote.of(plan, PriceTable.shipped()));
    }

    private Answers run(Approval approval, FakeCloud service, Pauses pauses)
            throws WorkException, InterruptedException {
        return new CloudRun(approval, service, PICTURES, folder, NO_WAIT, pauses).run(_ -> {});
    }

    private static FakeCloud calm(FakeCloud.World world, boolean azure) {
        return new FakeCloud(world, azure, _ -> Blow.NONE);
    }

    /// As a service elsewhere would be cleaned up: nothing listens at the address of this one.
    private static FakeCloud notSimulated(FakeCloud.World world) {
        return new FakeCloud(world, FakeCloud.card(false, false), _ -> Blow.NONE);
    }

    @Test
    void aCalmRunSendsWhatWasQuotedAndLeavesNothing() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 5, 4);
        var answers = run(approval, calm(world, false), Pauses.END);
        // The fake is content with one test.
        long needed = approval.quote().cap() - approval.quote().spare() - 1;
        assertEquals(needed, world.requests.size());
        assertEquals(needed, answers.bill().calls());
        assertEquals(Map.of(), world.galleries);
        assertEquals(5, answers.gallery().size());
        assertEquals(
                List.of(face(1), face(4)),
                answers.asked().getFirst().found().stream()
                        .map(Answers.Hit::face)
                        .limit(2)
                        .toList());
    }

    @Test
    void everyRequestIsListedWithItsTimeItsCostAndTheProvidersNameForIt() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 3, 3);
        var fate =
                FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.TIMED_OUT_DONE, Blow.NONE);
        Answers answers = run(approval, new FakeCloud(world, false, fate), Pauses.END);
        List<String> rows = Files.readAllLines(folder.resolve("requests.csv"));
        assertEquals("number,utc,call,cost,request_id", rows.getFirst());
        assertEquals(world.requests.size(), rows.size() - 1);
        assertEquals(answers.bill().calls(), rows.size() - 1);
        assertTrue(rows.get(3).matches("3,20[0-9T:-]+Z,add face,0.001,request-3"), rows.get(3));
        assertTrue(rows.get(4).endsWith("Z,add face,0.001,"), rows.get(4));
        assertTrue(rows.getLast().contains("ask gallery,0,request-"), rows.getLast());
    }

    @Test
    void aFinishedJobIsNotSentAgain() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, true, 5, 4);
        var first = run(approval, calm(world, true), Pauses.END);
        int sent = world.requests.size();
        assertEquals(first, run(approval, calm(world, true), Pauses.END));
        assertEquals(sent, world.requests.size());
    }

    @Test
    void aTimeOutAfterTheServerHasEnrolledIsSeenInItsListAndNotPaidTwice() throws Exception {
        for (boolean azure : new boolean[] {false, true}) {
            var world = new FakeCloud.World();
            var place = folder.resolve(azure ? "a" : "r");
            var fate =
                    azure
                            ? FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.TIMED_OUT_DONE)
                            : FakeCloud.script(Blow.NONE, Blow.NONE, Blow.TIMED_OUT_DONE);
            new CloudRun(
                            approval(place, azure, 2, 1),
                            new FakeCloud(world, azure, fate),
                            PICTURES,
                            place,
                            NO_WAIT,
                            Pauses.END)
                    .run(_ -> {});
            assertEquals(List.of(1, 1), List.copyOf(world.added.values()));
            assertEquals(1, world.requests.stream().filter(c -> c == Call.LIST).count());
        }
    }

    @Test
    void aPersonWithoutAFaceIsCompletedNotMadeTwice() throws Exception {
        var world = new FakeCloud.World();
        var fate = FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.THROTTLED);
        run(approval(folder, true, 2, 1), new FakeCloud(world, true, fate), Pauses.END);
        assertEquals(List.of(1, 1), List.copyOf(world.persons.values()));
        assertEquals(List.of(1, 1), List.copyOf(world.added.values()));
    }

    @Test
    void expiredCredentialsPauseTheRunWhichGoesOn() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 3, 3);
        var fate = FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.EXPIRED, Blow.EXPIRED);
        var paused = new ArrayList<String>();
        var answers =
                run(
                        approval,
                        new FakeCloud(world, false, fate),
                        e -> paused.add(String.valueOf(e.getMessage())));
        assertEquals(2, paused.size());
        assertEquals(3, answers.asked().size());
    }

    @Test
    void aRunThatEndedWithExpiredCredentialsGoesOnWhereItWas() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 3, 3);
        var fate = FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.EXPIRED);
        var service = new FakeCloud(world, false, fate);
        assertThrows(CloudException.class, () -> run(approval, service, Pauses.END));
        run(approval, service, Pauses.END);
        assertEquals(List.of(1, 1, 1), List.copyOf(world.added.values()));
    }

    @Test
    void aJobWhoseGalleryIsLostSaysSoAndStaysLost() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 3, 3);
        var fate = FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.EXPIRED);
        var missing =
                assertThrows(
                        CloudException.class,
                        () ->
                                run(
                                        approval,
                                        new FakeCloud(world, false, fate),
                                        _ -> world.galleries.clear()));
        assertInstanceOf(Fault.GalleryMissing.class, missing.fault());
        var again =
                assertThrows(
                        CloudPlanException.class,
                        () -> run(approval, calm(world, false), Pauses.END));
        assertTrue(again.remedy().contains("another folder"), again.remedy());
    }

    /// There, the gallery would seem to be gone, and faces would stay where they are.
    @Test
    void anotherAccountNeitherGoesOnNorCleansUp() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 3, 3);
        var fate = FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.EXPIRED);
        assertThrows(
                CloudException.class,
                () -> run(approval, new FakeCloud(world, false, fate), Pauses.END));
        var elsewhere = new FakeCloud.World();
        elsewhere.account = "another";
        var refused =
                assertThrows(
                        CloudPlanException.class,
                        () -> run(approval, calm(elsewhere, false), Pauses.END));
        assertTrue(String.valueOf(refused.getMessage()).contains("(test, not another)"));
        var cleaning = new CloudCleaning(notSimulated(elsewhere), NO_WAIT);
        assertThrows(
                CloudPlanException.class,
                () -> cleaning.run(folder, approval.quote().limit(), _ -> {}));
        assertEquals(List.of(Call.TEST, Call.TEST), elsewhere.requests);
        assertEquals(3, run(approval, calm(world, false), Pauses.END).asked().size());
        assertEquals(Map.of(), world.galleries);
    }

    @Test
    void anAccountThatChangesDuringAPauseDoesNotMakeTheGalleryLost() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 3, 3);
        var fate = FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.EXPIRED);
        Map<String, Map<String, List<Byte>>> there = new HashMap<>();
        Pauses signedInElsewhere =
                _ -> {
                    there.putAll(world.galleries);
                    world.galleries.clear();
                    world.account = "another";
                };
        assertThrows(
                CloudPlanException.class,
                () -> run(approval, new FakeCloud(world, false, fate), signedInElsewhere));
        world.galleries.putAll(there);
        world.account = "test";
        assertEquals(3, run(approval, calm(world, false), Pauses.END).asked().size());
        assertEquals(List.of(1, 1, 1), List.copyOf(world.added.values()));
    }

    @Test
    void callsThatAreUsedUpStopTheRunButNotTheDeletion() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 3, 3);
        // Each run fails after its first request and is begun again by hand.
        for (int i = 0; i < 200; i++) {
            var service = new FakeCloud(world, false, FakeCloud.script(Blow.NONE, Blow.EXPIRED));
            assertThrows(WorkException.class, () -> run(approval, service, Pauses.END));
        }
        assertEquals(approval.quote().cap() - Quote.CLEANING, world.requests.size());
        new CloudCleaning(notSimulated(world), NO_WAIT)
                .run(folder, approval.quote().limit(), _ -> {});
        assertEquals(Map.of(), world.galleries);
        assertTrue(world.requests.size() <= approval.quote().cap());
    }

    @Test
    void whatMayBeThereIsToldAndASimulatorThatEndedTookItWithIt() throws Exception {
        var world = new FakeCloud.World();
        var approval = approval(folder, false, 3, 3);
        var job =
                JobFile.of(
                        approval.quote(),
                        new CloudChoice(
                                "rekognition",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertEquals("Amazon Rekognition (simulated)", job.label());
        var early = new FakeCloud(world, false, FakeCloud.script(Blow.EXPIRED));
        assertThrows(WorkException.class, () -> run(approval, early, Pauses.END));
        assertFalse(job.status(folder).mayHold(), "no gallery was asked for");
        var later = FakeCloud.script(Blow.NONE, Blow.NONE, Blow.NONE, Blow.EXPIRED);
        assertThrows(
                WorkException.class,
                () -> run(approval, new FakeCloud(world, false, later), Pauses.END));
        assertTrue(job.status(folder).mayHold());
        int before = world.requests.size();
        new CloudCleaning(calm(world, false), NO_WAIT)
                .run(folder, approval.quote().limit(), _ -> {});
        assertEquals(before, world.requests.size(), "nobody listens at its address");
        assertFalse(job.status(folder).mayHold());
    }

    @Test
    void aPictureLargerThanTheServiceTakesNeverLeaves() throws Exception {
        var world = new FakeCloud.World();
        var service = calm(world, false);
        Approval approval = approval(folder, false, 2, 2);
        CloudPlan plan = approval.quote().plan();
        Set<String> large = Set.of(plan.enrol().getLast(), plan.ask().getFirst());
        Pictures pictures =
                face ->
                        large.contains(face)
                                ? new Picture(new byte[plan.card().largestBytes() + 1])
                                : PICTURES.picture(face);
        var answers =
                new CloudRun(approval, service, pictures, folder, NO_WAIT, Pauses.END).run(_ -> {});
        String why = "larger than the service takes";
        assertEquals(why, answers.declined().getFirst().reason());
        assertEquals(Optional.of(why), answers.asked().getFirst().refused());
        assertEquals(1, Collections.frequency(world.requests, Call.ADD_FACE));
        assertEquals(1, Collections.frequency(world.requests, Call.SEARCH));
    }

    @Test
    void aFaceTheServiceDoesNotSeeIsSaidAndNotEnrolled() throws Exception {
        var plan =
                new CloudPlan(
                        FakeCloud.card(false, true),
                        folder.toString(),
                        List.of(face(0), face(1)),
                        List.of(face(0), face(2)),
                        2,
                        "numbers",
                        false,
                        3,
                        1e6);
        var approval = Approval.ofSimulator(Quote.of(plan, PriceTable.shipped()));
        var answers = run(approval, calm(new FakeCloud.World(), false), Pauses.END);
        assertEquals(List.of(face(1)), answers.gallery());
        assertEquals(1, answers.declined().size());
        assertEquals(Optional.of(Answers.NO_FACE), answers.asked().getFirst().refused());
        assertEquals(1, answers.asked().getLast().found().size());
    }

    @Test
    void fiveHundredJobsInAStormNeverPassTheCapNorLoseNorDoubleARow() throws Exception {
        int finished = 0;
        int kills = 0;
        for (int job = 0; job < 500; job++) {
            boolean azure = job % 2 == 1;
            Path home = folder.resolve("job" + job);
            var approval = approval(home, azure, 4 + job % 20, 3 + job % 15);
            var truth = truth(approval);
            var world = new FakeCloud.World();
            var service = new FakeCloud(world, azure, FakeCloud.dice(job, 80 + job % 60, 15));
            Optional<Answers> answers = Optional.empty();
            for (int start = 0; start < 60 && answers.isEmpty(); start++) {
                try {
                    answers =
                            Optional.of(
                                    new CloudRun(
                                                    approval, service, PICTURES, home, NO_WAIT,
                                                    RENEWED)
                                            .run(_ -> {}));
                } catch (FakeCloud.Killed _) {
                    kills++;
                } catch (WorkException _) {
                    // Calls used up, or too many faults in a row: the next start goes on.
                }
                assertTrue(world.requests.size() <= approval.quote().cap());
            }
            world.added.values().forEach(count -> assertEquals(1, count));
            world.persons.values().forEach(count -> assertEquals(1, count));
            if (answers.isPresent()) {
                finished++;
                assertEquals(truth.asked(), answers.get().asked());
                assertEquals(truth.gallery(), answers.get().gallery());
                assertTrue(answers.get().bill().calls() >= world.requests.size());
                assertEquals(Map.of(), world.galleries);
            }
        }
        assertTrue(finished > 450, finished + " jobs came to their end");
        assertTrue(kills > 200, kills + " kills");
    }

    private Answers truth(Approval approval) throws Exception {
        boolean azure = approval.quote().plan().card().trains();
        Path calm = Files.createTempDirectory(folder, "calm");
        return new CloudRun(
                        approval,
                        calm(new FakeCloud.World(), azure),
                        PICTURES,
                        calm,
                        NO_WAIT,
                        Pauses.END)
                .run(_ -> {});
    }
}
