package revisage.window.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.extract.StrictJson;
import revisage.lineup.AnswerFile;
import revisage.lineup.LineupFolder;
import revisage.lineup.SimulatedPeople;
import revisage.lineup.Simulation;
import revisage.lineup.page.PaintedStudy;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.study.FakeEngines;
import revisage.window.Jobs;
import revisage.window.StepState;
import revisage.window.Workspace;
import revisage.window.lineup.LineupModel.State;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class LineupModelTest {

    private static final int PEOPLE = 6;

    @TempDir private Path folder;

    private LineupFolder study;
    private Workspace workspace;
    private LineupModel model;

    @BeforeEach
    void open() throws Exception {
        study = PaintedStudy.make(folder.resolve("lineup"));
        var project = new Project(folder, ProjectFile.empty("Coloured squares"));
        project.save();
        var jobs = new Jobs(Runnable::run, Runnable::run, Runnable::run);
        workspace = new Workspace(new FakeEngines(), jobs, folder.resolve("p.json"), "test");
        model = new LineupModel(workspace, (_, _, left) -> left.run());
        workspace.open(project);
    }

    private Path answers() throws Exception {
        var people = SimulatedPeople.usual(study.plan(), 0.6, 0);
        var entries = new Simulation(study.plan(), people, 3).run(PEOPLE);
        var file = new AnswerFile(AnswerFile.SCHEMA, study.plan().fingerprint(), entries);
        return Files.write(folder.resolve("brought.json"), StrictJson.write(file));
    }

    private State.Open shown() {
        return assertInstanceOf(State.Open.class, model.stateProperty().get());
    }

    @Test
    void theStudyInTheProjectIsItsOwn() {
        assertEquals(study.plan(), shown().study().plan());
        assertTrue(shown().answers().isEmpty());
        assertEquals(StepState.Kind.READY, model.stepProperty().get().kind());
    }

    @Test
    void answersThatAreBroughtAreCountedAndStay() throws Exception {
        model.bring(answers());

        assertEquals(PEOPLE, shown().answers().orElseThrow().sheet().participants().size());
        assertEquals(StepState.Kind.DONE, model.stepProperty().get().kind());
        assertTrue(Files.exists(folder.resolve("lineup/answers/brought.json")));
    }

    @Test
    void anEditedRowIsNamedWithItsReasonAndNothingIsBrought() throws Exception {
        Path file = answers();
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"confidence\" : \\d", "\"confidence\" : 9"));

        model.bring(file);

        String said = workspace.noticeProperty().get().orElseThrow().text();
        assertTrue(said.matches("(?s).*brought\\.json, entry \\d+ .*9 is no step.*"), said);
        assertTrue(shown().answers().isEmpty());
    }

    @Test
    void aPageIsWrittenAndTheKioskIsOpenedWithItsLog() throws Exception {
        model.page(folder.resolve("page"), Optional.empty());
        assertTrue(Files.exists(folder.resolve("page/index.html")));

        model.start(new KioskOrder(study, "kiosk-1", 0, 1, "4711")); // left at once
        assertTrue(Files.exists(folder.resolve("lineup/answers/kiosk-1.log")));
        assertTrue(shown().answers().isEmpty());
        assertEquals(StepState.Kind.READY, model.stepProperty().get().kind());
    }
}
