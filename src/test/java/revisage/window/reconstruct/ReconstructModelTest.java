package revisage.window.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.LiveRun;
import revisage.window.Desk;
import revisage.window.StepState;
import revisage.window.reconstruct.ReconstructModel.Doing;
import revisage.window.shell.PaintedProject;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class ReconstructModelTest {

    @TempDir Path folder;

    private static Wish wish(String search, long queries, Integer... rows) {
        return new Wish(search, Optional.of(queries), List.of(rows));
    }

    @Test
    void theStagesOfAFaceAreThereAgainAfterTheProjectIsReopened() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        Desk desk = new Desk(folder).open(project);
        desk.reconstruct.start(wish("full-vector", 60, 0, 2));
        assertEquals(Doing.NOTHING, desk.reconstruct.doingProperty().get());
        Run made = desk.reconstruct.shownProperty().get().orElseThrow();
        LiveRun.Seen before = made.live().of(2).orElseThrow();
        assertTrue(before.stages().size() > 2, "the face formed in steps");
        desk.workspace.saveNow();

        Desk again = new Desk(folder).open(Project.open(folder.resolve("p")));
        Run read = again.reconstruct.shownProperty().get().orElseThrow();
        assertEquals(1, read.live().of(2).orElseThrow().stages().size());
        again.reconstruct.film(read, 2);

        LiveRun.Seen after = read.live().of(2).orElseThrow();
        assertEquals(before.stages().size(), after.stages().size());
        for (int i = 0; i < before.stages().size(); i++) {
            assertEquals(before.stages().get(i).face(), after.stages().get(i).face());
            assertEquals(before.stages().get(i).queries(), after.stages().get(i).queries());
            assertEquals(before.stages().get(i).cosine(), after.stages().get(i).cosine(), 1e-6);
        }
        assertEquals(StepState.Kind.DONE, again.reconstruct.stepProperty().get().kind());
    }

    @Test
    void whoAsksForFacesBeforeTheLeakIsReadGetsThemWhenItIs() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        Desk desk = new Desk(folder).open(project);
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));
        desk.workspace.saveNow();
        var lane = new ArrayDeque<Runnable>();
        var again = new Desk(folder, lane::add, Runnable::run);
        again.open(Project.open(folder.resolve("p")));
        var seen = new ArrayList<Run>();
        again.reconstruct.load(again.reconstruct.runsProperty().get().getFirst(), r -> seen.add(r));
        assertEquals(List.of(), seen);

        while (!lane.isEmpty()) {
            lane.remove().run();
        }

        assertFalse(seen.isEmpty());
        assertTrue(seen.getLast().live().of(0).isPresent());
    }

    @Test
    void theSecondRunOfItsKindIsNumbered() throws Exception {
        Desk desk = new Desk(folder).open(PaintedProject.make(folder.resolve("p"), false));
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of(1)));

        List<String> names =
                desk.reconstruct.runsProperty().get().stream()
                        .map(desk.reconstruct::label)
                        .toList();

        assertEquals(List.of("Linear", "Linear (2)", "Linear, 1 target"), names);
    }

    @Test
    void whatIsMissingIsSaidOneThingAfterTheOther() throws Exception {
        Project whole = PaintedProject.make(folder.resolve("p"), false);
        var nothing = new Project(whole.folder(), ProjectFile.empty("Nothing"));
        Desk desk = new Desk(folder).open(nothing);
        assertEquals("Open a vector file first.", desk.reconstruct.ready(true).orElseThrow());

        desk = new Desk(folder).open(nothing.saying(nothing.file().withLeak("leak.npy")));
        assertTrue(desk.reconstruct.ready(true).orElseThrow().startsWith("Say which extractor"));

        desk =
                new Desk(folder)
                        .open(
                                nothing.saying(
                                        nothing.file()
                                                .withLeak("leak.npy")
                                                .withExtractor("f.onnx")));
        assertTrue(desk.reconstruct.ready(true).orElseThrow().startsWith("Choose a folder"));
        assertEquals(StepState.NOTHING, desk.reconstruct.stepProperty().get());

        assertEquals(Optional.empty(), new Desk(folder).open(whole).reconstruct.ready(true));
    }

    @Test
    void vectorsOfAnotherLengthThanTheExtractorGivesAreNotSearchedFor() throws Exception {
        Project whole = PaintedProject.make(folder.resolve("p"), false);
        Desk desk = new Desk(folder).open(whole);
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));
        assertEquals(StepState.Kind.DONE, desk.reconstruct.stepProperty().get().kind());
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "0.6,0.8,0\n0,0.6,0.8\n");

        desk.leak.open(other);

        String lacks = desk.reconstruct.ready(true).orElseThrow();
        assertTrue(lacks.startsWith("The leaked vectors have 3 numbers, but f gives "), lacks);
        assertEquals(StepState.NOTHING, desk.reconstruct.stepProperty().get());
        assertEquals(List.of(), desk.reconstruct.runsProperty().get());
        assertEquals(Optional.empty(), desk.reconstruct.shownProperty().get());
    }

    @Test
    void runsAreForgottenWhereTheFileHoldsOtherVectorsSince() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        Desk desk = new Desk(folder).open(project);
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of(0)));
        assertFalse(desk.leak.look());

        PaintedProject.overwriteLastVector(project);

        assertTrue(desk.leak.look());
        String said = desk.leak.replacedProperty().get().orElseThrow();
        assertTrue(said.endsWith("is left out: Linear."), said);
        List<RunEntry> left = desk.reconstruct.runsProperty().get();
        assertEquals(List.of(List.of(0)), left.stream().map(RunEntry::targets).toList());
        assertFalse(desk.leak.look());
    }

    @Test
    void aRunWhoseVectorsAreReplacedStopsAndIsNoRunOfTheNewOnes() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "0.6,0.8,0\n0,0.6,0.8\n");
        try (var heavy = Executors.newSingleThreadExecutor();
                var screen = Executors.newSingleThreadExecutor()) {
            Desk desk = searching(project, heavy, screen);
            ReconstructModel model = desk.reconstruct;

            screen.submit(() -> desk.leak.open(other)).get();

            await(() -> screen.submit(() -> model.doingProperty().get()).get() == Doing.NOTHING);
            assertEquals(List.of(), screen.submit(() -> model.runsProperty().get()).get());
            assertEquals(Optional.empty(), screen.submit(() -> model.shownProperty().get()).get());
        }
    }

    /// A desk on which a long search has begun.
    private Desk searching(Project project, ExecutorService heavy, ExecutorService screen)
            throws Exception {
        Desk desk = screen.submit(() -> new Desk(folder, heavy, screen).open(project)).get();
        ReconstructModel model = desk.reconstruct;
        screen.submit(() -> model.start(wish("score", 20_000, 0, 1, 2))).get();
        await(() -> screen.submit(() -> model.standingProperty().get().done() > 100).get());
        return desk;
    }

    @Test
    void aRunThatIsPausedAndStoppedGoesOnLater() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        try (var heavy = Executors.newSingleThreadExecutor();
                var screen = Executors.newSingleThreadExecutor()) {
            Desk desk = searching(project, heavy, screen);
            ReconstructModel model = desk.reconstruct;
            screen.submit(model::pause).get();
            assertEquals(Doing.PAUSED, screen.submit(() -> model.doingProperty().get()).get());
            Callable<Long> done =
                    () -> screen.submit(() -> model.standingProperty().get().done()).get();
            await(() -> same(done, 300)); // the round that is under way ends
            long rest = done.call();
            assertTrue(same(done, 300), "nothing is asked while it is paused");

            screen.submit(model::resume).get();
            await(() -> screen.submit(() -> model.standingProperty().get().done() > rest).get());
            screen.submit(model::stop).get();
            await(() -> screen.submit(() -> model.doingProperty().get()).get() == Doing.NOTHING);
            var cut = screen.submit(() -> model.runsProperty().get().getFirst()).get();
            assertFalse(cut.finished());
            assertTrue(screen.submit(() -> model.problemProperty().get().isEmpty()).get());
        }
    }

    @Test
    void theStagesFromBeforeAStopAreThereBeforeAndAfterTheRunIsGoneOnWith() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        List<LiveRun.Stage> before = stoppedAfterThreeStages(project);
        assertFalse(Files.exists(folder.resolve("p/rebuilt-score-3000/reconstructions.csv")));

        Desk again = new Desk(folder).open(Project.open(folder.resolve("p")));
        Run cut = again.reconstruct.shownProperty().get().orElseThrow();
        assertBegins(before, stages(again, cut));
        again.reconstruct.goOn(cut.entry());
        Run whole = again.reconstruct.shownProperty().get().orElseThrow();
        assertTrue(whole.entry().finished());
        List<LiveRun.Stage> all = stages(again, whole);
        assertTrue(all.size() > before.size(), before.size() + " and then " + all.size());
        assertBegins(before, all);
        again.workspace.saveNow();
        assertEquals(List.of(), hidden(folder.resolve("p/rebuilt-score-3000/film")));

        Desk third = new Desk(folder).open(Project.open(folder.resolve("p")));
        Run read = third.reconstruct.shownProperty().get().orElseThrow();
        assertBegins(all, stages(third, read));
    }

    private List<LiveRun.Stage> stoppedAfterThreeStages(Project project) throws Exception {
        try (var heavy = Executors.newSingleThreadExecutor();
                var screen = Executors.newSingleThreadExecutor()) {
            Desk desk = screen.submit(() -> new Desk(folder, heavy, screen).open(project)).get();
            ReconstructModel model = desk.reconstruct;
            screen.submit(() -> model.start(wish("score", 3_000, 0, 1))).get();
            Run run = screen.submit(() -> model.shownProperty().get().orElseThrow()).get();
            await(() -> run.live().of(1).map(s -> s.stages().size() > 2).orElse(false));
            screen.submit(model::stop).get();
            await(() -> screen.submit(() -> model.doingProperty().get()).get() == Doing.NOTHING);
            screen.submit(desk.workspace::saveNow).get();
            return run.live().of(1).orElseThrow().stages();
        }
    }

    private static List<LiveRun.Stage> stages(Desk desk, Run run) {
        desk.reconstruct.film(run, 1);
        return run.live().of(1).orElseThrow().stages();
    }

    /// Stages are thinned as they become many; the first stays.
    private static void assertBegins(List<LiveRun.Stage> first, List<LiveRun.Stage> all) {
        assertTrue(all.size() >= first.size(), first.size() + " and then " + all.size());
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.get(i).queries(), all.get(i).queries());
            assertEquals(first.get(i).face(), all.get(i).face());
        }
    }

    private static List<Path> hidden(Path films) throws Exception {
        try (var files = Files.list(films)) {
            return files.filter(f -> !f.toString().endsWith(".zip")).toList();
        }
    }

    private static boolean same(Callable<Long> number, long millis) throws Exception {
        long before = number.call();
        Thread.sleep(millis);
        return number.call() == before;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.sleep(10);
        }
    }
}
