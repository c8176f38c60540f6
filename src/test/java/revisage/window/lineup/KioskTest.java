package revisage.window.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import revisage.lineup.AnswerLog;
import revisage.lineup.Entry;
import revisage.lineup.Forms;
import revisage.lineup.LineupFolder;
import revisage.lineup.page.Habit;
import revisage.lineup.page.PaintedStudy;
import revisage.window.Jobs;
import revisage.window.Words;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A whole study at the kiosk on JavaFX's headless platform: by mouse and by keys, with a process
/// killed in the middle.
@ExtendWith(ApplicationExtension.class)
class KioskTest {

    private static final String CODE = "4711";
    private static final int QUESTIONS = 8;

    @TempDir private Path folder;

    private final Jobs jobs = Jobs.onScreen();
    private LineupFolder study;
    private AnswerLog log;
    private Stage stage;
    private boolean left;

    @Start
    void start(Stage given) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage = given;
    }

    @AfterEach
    void close() {
        jobs.close();
        if (log != null) {
            log.close();
        }
    }

    private KioskParticipant open(FxRobot robot) throws Exception {
        if (study == null) {
            study = PaintedStudy.make(folder);
        }
        log = AnswerLog.open(study, "kiosk-1");
        Scene scene =
                KioskParticipant.ask(
                        () -> {
                            var order = new KioskOrder(study, "kiosk-1", 0, 1, CODE);
                            var kiosk = new Kiosk(order, log, jobs, new Words());
                            var shown = new Scene(kiosk.root(), 1000, 800);
                            for (String sheet : List.of("bridge.css", "window.css")) {
                                shown.getStylesheets().add("/revisage/window/" + sheet);
                            }
                            stage.setX(0);
                            stage.setY(0);
                            stage.setScene(shown);
                            stage.show();
                            kiosk.lock(stage, () -> left = true);
                            return shown;
                        });
        WaitForAsyncUtils.waitForFxEvents();
        return new KioskParticipant(robot, scene, false);
    }

    private List<Entry> expected(int form, String code) {
        return Habit.entries(
                new Forms(study.plan()).questionnaire(form, "", "en"),
                code,
                "kiosk-1",
                Optional.empty());
    }

    @Test
    void twoParticipantsGetTwoFormsAndWhatTheyClickedIsOnTheDisk(FxRobot robot) throws Exception {
        KioskParticipant quick = open(robot);
        for (int form = 0; form < 2; form++) {
            var person = new KioskParticipant(robot, quick.scene(), form == 0);
            person.begin("en");
            person.answer(1, QUESTIONS);
            person.await("thanks", () -> person.there("#leave"));
            List<Entry> kept = log.entries();
            String code = kept.getLast().participant();
            assertTrue(person.words().contains("Your code: " + code), person.words());
            assertEquals(expected(form, code), Habit.timeless(log.of(code)));
            person.click("#leave");
        }
        assertEquals(2, log.forms().size());
    }

    @Test
    void nothingOnTheScreenHintsAtMethodRankOrFile(FxRobot robot) throws Exception {
        KioskParticipant person = open(robot);
        person.begin("en");
        person.answer(1, 3);
        person.await("question 4", () -> person.heading().contains(" 4 "));
        String told = KioskParticipant.ask(() -> told(stage.getScene().getRoot()));
        for (String hint :
                List.of("m0", "m1", "Method", "photo-", "face-", ".png", "rank", "right")) {
            assertFalse(told.contains(hint), hint + " in " + told);
        }
    }

    /// Words, tooltips, names for screen readers, and where pictures came from.
    private static String told(Node node) {
        var told = new StringBuilder();
        told.append(node.getAccessibleText()).append(' ').append(node.getAccessibleHelp());
        told.append(' ').append(node.getUserData()).append(' ');
        if (node instanceof javafx.scene.control.Labeled labeled) {
            told.append(labeled.getText());
        }
        if (node instanceof Control control) {
            assertNull(control.getTooltip());
        }
        if (node instanceof javafx.scene.image.ImageView view && view.getImage() != null) {
            assertNull(view.getImage().getUrl());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> told.append(told(child)));
        }
        return told.toString();
    }

    @Test
    void whoWithdrawsLeavesNoRowBehind(FxRobot robot) throws Exception {
        KioskParticipant person = open(robot);
        person.begin("de");
        person.answer(1, 4);
        person.click("#withdraw");
        person.click("#stay");
        assertFalse(person.there("#delete"));
        person.answer(5, 5);
        person.click("#withdraw");
        person.click("#delete");
        person.await("gone", () -> person.words().contains("Ihre Antworten sind gelöscht."));
        assertEquals(List.of(new Entry.Withdrew(0)), log.entries());
        person.click("#leave");
        person.begin("en");
        person.answer(1, 1);
        person.await("it is kept", () -> log.entries().size() == 4);
        assertEquals(0, ((Entry.Began) log.entries().get(1)).form()); // given out again
    }

    @Test
    void nobodyLeavesWithoutTheCode(FxRobot robot) throws Exception {
        KioskParticipant person = open(robot);
        assertTrue(KioskParticipant.ask(stage::isFullScreen));
        KioskParticipant.ask(
                () -> {
                    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
                    stage.setFullScreen(false);
                    return true;
                });
        person.await("it is full again", stage::isFullScreen);
        assertTrue(person.there("#leave-code"));
        robot.clickOn("#leave-code").write("0000");
        person.type(KeyCode.ENTER);
        assertEquals("That is not the code.", person.text("#leave-wrong"));
        person.type(KeyCode.ESCAPE);
        assertFalse(person.there("#leave-code"));
        assertTrue(stage.isShowing());
        KioskParticipant.ask(
                () -> {
                    var out =
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.Q,
                                    true,
                                    true,
                                    false,
                                    false);
                    javafx.event.Event.fireEvent(stage.getScene().lookup("#language-en"), out);
                    ((TextField) stage.getScene().lookup("#leave-code")).setText(CODE);
                    return true;
                });
        person.click("#leave-go");
        person.await("it is left", () -> left);
        assertFalse(stage.isShowing());
    }

    @Test
    void afterAKillTheSameParticipantGoesOnAndOnlyTheOpenQuestionIsLost(FxRobot robot)
            throws Exception {
        study = PaintedStudy.make(folder);
        Process kiosk = KioskProcess.start(folder, 5);
        try {
            KioskProcess.waitUntilItSays(kiosk, "marked 6");
        } finally {
            kiosk.destroyForcibly(); // SIGKILL
            assertTrue(kiosk.waitFor(20, TimeUnit.SECONDS));
        }
        assertEquals(137, kiosk.exitValue());

        KioskParticipant person = open(robot);
        assertEquals(2 + 5, log.entries().size());
        String code = log.entries().getFirst().participant();
        assertTrue(person.words().contains("Your code: " + code), person.words());
        assertTrue(person.words().contains("5 of 8 questions"), person.words());
        person.click("#resume");
        person.answer(6, QUESTIONS);
        person.await("thanks", () -> person.there("#leave"));
        assertEquals(expected(0, code), Habit.timeless(log.entries()));
    }

    @Test
    void whoComesBackStartsAnewOrIsSomebodyElse(FxRobot robot) throws Exception {
        KioskParticipant person = open(robot);
        person.begin("en");
        person.answer(1, 2);
        person.await("two are kept", () -> log.entries().size() == 4);
        String code = log.entries().getFirst().participant();
        log.close();
        KioskParticipant.ask(
                () -> {
                    stage.hide();
                    return true;
                });

        KioskParticipant again = open(robot);
        again.click("#stranger");
        robot.clickOn("#code").write("nobody");
        again.click("#back");
        assertEquals("Nobody has this code here.", again.text("#unknown"));
        KioskParticipant.ask(
                () -> {
                    var field = (TextField) again.scene().lookup("#code");
                    field.setText(code.toLowerCase(Locale.ROOT));
                    return true;
                });
        again.click("#back");
        assertTrue(again.words().contains("2 of 8 questions"), again.words());
        again.click("#anew");
        again.await("it is deleted", () -> log.entries().equals(List.of(new Entry.Withdrew(0))));
    }
}
