package revisage.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.project.Project;
import revisage.project.ProjectException;
import revisage.project.ProjectFile;
import revisage.study.FakeEngines;
import revisage.study.LiveRun;
import revisage.study.PaintedNetwork;
import revisage.study.PhotoRule;
import revisage.study.SweepFiles;
import revisage.study.SweepReport;
import revisage.window.shell.PaintedProject;
import revisage.work.Gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class WholeInquiryTest {

    private static final FakeEngines ENGINES = new FakeEngines();

    @TempDir Path folder;

    private static ProjectFile.RunEntry run(String folder) {
        return new ProjectFile.RunEntry(
                folder,
                "linear",
                Optional.empty(),
                Optional.empty(),
                1,
                List.of(),
                "f.onnx",
                false);
    }

    @Test
    void aRunOfOtherVectorsIsLeftOutAndTheUsualOneIsMade() throws Exception {
        Project made = PaintedProject.make(folder.resolve("p"), true);
        Project project = made.saying(made.file().withRun(run("rebuilt-linear")));
        new WholeInquiry(project, ENGINES, "test").run(_ -> {});
        PaintedProject.overwriteLastVector(project);

        Project again = Project.open(project.folder());
        WholeInquiry.Result all = new WholeInquiry(again, ENGINES, "test").run(_ -> {});

        assertEquals(List.of("Linear"), all.leftOut());
        assertEquals(List.of("Full vector, 300 queries"), all.rebuilt());
        assertEquals(1, all.project().file().runs().size());
    }

    @Test
    void unfinishedRunsAreFinishedWithTheNumbersOfTheirOwnSteps() throws Exception {
        Project made = PaintedProject.make(folder.resolve("p"), true);
        Project project = made.saying(made.file().withRun(run("rebuilt-linear")));

        WholeInquiry.Result all = new WholeInquiry(project, ENGINES, "test").run(_ -> {});
        assertEquals(List.of("Linear"), all.rebuilt());
        Project kept = Project.open(project.folder());
        assertTrue(kept.file().runs().getFirst().finished());
        SweepReport read = SweepFiles.read(project.folder().resolve(Inquiry.RATES));
        assertEquals(all.rates().lines(), read.lines());

        // As the window does it: one step after the other, elsewhere.
        Project other = PaintedProject.make(folder.resolve("q"), true);
        var inquiry = new Inquiry(other, ENGINES, "test");
        inquiry.attack(run("rebuilt-linear"), new LiveRun(), new Gate()).run(_ -> {});
        SweepReport window = inquiry.rates(List.of(run("rebuilt-linear").ended())).run(_ -> {});
        assertEquals(window.lines(), all.rates().lines());

        WholeInquiry.Result again = new WholeInquiry(kept, ENGINES, "test").run(_ -> {});
        assertEquals(List.of(), again.rebuilt());
        assertEquals(all.rates().lines(), again.rates().lines());
    }

    @Test
    void withoutAnyRunTheUsualOneIsMade() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), true);
        WholeInquiry.Result all = new WholeInquiry(project, ENGINES, "test").run(_ -> {});
        assertEquals(List.of("Full vector, 300 queries"), all.rebuilt());
        assertTrue(Files.isDirectory(folder.resolve("p/rebuilt-full-vector-300")));
    }

    @Test
    void aRunByANetworkIsDoneTooAndSourcePhotosCountAsTheProjectSays() throws Exception {
        Project made = PaintedProject.make(folder.resolve("p"), true);
        Path onnx = folder.resolve("p/n.onnx");
        PaintedNetwork.write(onnx, "vec2face", "A re-creation", folder.resolve("p/f.onnx"));
        var run =
                new ProjectFile.RunEntry(
                        "rebuilt-n",
                        ProjectFile.NETWORK,
                        Optional.of(
                                new ProjectFile.NetworkEntry("n.onnx", "vec2face (re-creation)")),
                        Optional.empty(),
                        1,
                        List.of(1, 4),
                        "f.onnx",
                        false);
        Project project = made.saying(made.file().withRun(run).withTypeI(true));

        WholeInquiry.Result all = new WholeInquiry(project, ENGINES, "test").run(_ -> {});
        String name = "Vec2Face (re-creation), 2 targets";
        assertEquals(List.of(name), all.rebuilt());
        assertEquals(name, all.rates().lines().getFirst().method());
        assertEquals(PhotoRule.TYPE_I, all.rates().plan().rule());
        assertEquals(all.project().file(), Project.open(project.folder()).file());
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        var inquiry = new WholeInquiry(project, ENGINES, "test");
        var refused = assertThrows(ProjectException.class, () -> inquiry.run(_ -> {}));
        assertTrue(refused.getMessage().contains("no gallery"), refused.getMessage());
    }
}
