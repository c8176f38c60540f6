package revisage.window.matches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.project.Project;
import revisage.store.MatchRow;
import revisage.study.PhotoRule;
import revisage.window.Desk;
import revisage.window.StepState;
import revisage.window.matches.MatchesModel.State;
import revisage.window.reconstruct.Wish;
import revisage.window.shell.PaintedProject;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class MatchesModelTest {

    @TempDir Path folder;

    private static MatchesModel model(Desk desk) {
        return new MatchesModel(
                desk.workspace, desk.leak, desk.extractors, desk.galleries, desk.reconstruct);
    }

    @Test
    void itSaysWhatMustComeFirst() throws Exception {
        Desk desk = new Desk(folder).open(PaintedProject.make(folder.resolve("p"), false));
        MatchesModel model = model(desk);
        assertEquals(
                new State.Missing(
                        "A reconstruction must be finished first: its faces are compared here"
                                + " then."),
                model.stateProperty().get());

        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of()));

        assertInstanceOf(State.Missing.class, model.stateProperty().get());
        assertTrue(((State.Missing) model.stateProperty().get()).why().startsWith("Enrol people"));
    }

    @Test
    void theRightPersonStandsWhereTheGalleryPutsThem() throws Exception {
        Desk desk = new Desk(folder).open(PaintedProject.make(folder.resolve("p"), true));
        MatchesModel model = model(desk);
        desk.reconstruct.start(new Wish("linear", Optional.empty(), List.of(3, 5)));
        assertEquals(StepState.Kind.READY, model.stepProperty().get().kind());
        model.ask();
        assertEquals(StepState.Kind.DONE, model.stepProperty().get().kind());

        List<MatchRow> all = model.all(5);
        assertEquals("Person_005", all.getFirst().probePerson());
        for (int i = 0; i < all.size(); i++) {
            assertEquals(i + 1, all.get(i).rank());
            assertTrue(i == 0 || all.get(i).score() <= all.get(i - 1).score());
        }
        model.kProperty().set(3);
        assertEquals(all.subList(0, 3), model.candidates(5));
        assertEquals(List.of(), model.all(4), "nobody asked about target 4");

        model.choose(PhotoRule.TYPE_I);
        assertTrue(model.all(5).size() >= all.size(), "source photos count too, nothing is lost");
    }

    @Test
    void kIsKeptInTheProject() throws Exception {
        Desk desk = new Desk(folder).open(PaintedProject.make(folder.resolve("p"), true));
        MatchesModel model = model(desk);
        model.kProperty().set(7);
        model.rememberK();
        desk.workspace.saveNow();

        Desk again = new Desk(folder).open(Project.open(folder.resolve("p")));

        assertEquals(7, model(again).kProperty().get());
    }
}
