package revisage.window.lineup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import revisage.lineup.page.Habit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Somebody at the kiosk, with a mouse and a keyboard.
///
/// @param scene that shows the kiosk
/// @param mouse whether a real pointer is moved, which takes longer
record KioskParticipant(FxRobot robot, Scene scene, boolean mouse) {

    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT0,
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5);

    /// Language, consent, age and gender.
    void begin(String language) throws Exception {
        click("#language-" + language);
        await("consent", () -> there("#adult"));
        click("#adult");
        click("#begin"); // does nothing yet
        click("#agree");
        click("#begin");
        await("about", () -> there("#age-from-30"));
        click("#age-from-30");
        click("#gender-female");
        click("#next");
    }

    /// Answers what is open, by mouse and by keys in turn, up to a question.
    ///
    /// @param last its position, from 1
    void answer(int from, int last) throws Exception {
        for (int position = from; position <= last; position++) {
            int now = position;
            await("question " + position, () -> there("#none") || there("#same") || there("#next"));
            if (!there("#none") && !there("#same")) {
                click("#next"); // how it works
            }
            await("question " + position, () -> heading().contains(" " + now + " "));
            WaitForAsyncUtils.waitForFxEvents();
            if (there("#same")) {
                if (Habit.same(position)) {
                    click("#same");
                } else {
                    type(KeyCode.DIGIT2);
                }
            } else {
                marks(position);
                if (position % 2 == 0) {
                    type(KeyCode.ENTER);
                } else {
                    click("#next");
                }
            }
            await("after " + position, () -> !heading().contains(" " + now + " "));
        }
    }

    /// All but going on.
    void marks(int position) {
        int first = Habit.first(position) + 1;
        int second = Habit.none(position) ? 0 : Habit.second(position) + 1;
        if (position % 2 == 0) {
            type(DIGITS.get(first));
            type(DIGITS.get(second));
            type(KeyCode.ENTER); // not yet: how sure?
            assertTrue(!text("#missing").isEmpty());
            type(KeyCode.RIGHT);
            type(KeyCode.RIGHT);
        } else {
            click("#photo-" + first);
            click(second == 0 ? "#none" : "#photo-" + second);
            click("#step-3");
        }
    }

    void click(String id) {
        if (mouse) {
            robot.clickOn(id);
            return;
        }
        ask(
                () -> {
                    ((ButtonBase) scene.lookup(id)).fire();
                    return true;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(KeyCode key) {
        robot.press(key).release(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    boolean there(String id) {
        return ask(() -> scene.lookup(id) != null);
    }

    String text(String id) {
        return ask(() -> ((Labeled) scene.lookup(id)).getText());
    }

    String heading() {
        return ask(() -> ((Label) scene.lookup(".kiosk-bar").lookup(".label")).getText());
    }

    /// All that is written.
    String words() {
        return ask(
                () ->
                        String.join(
                                "\n",
                                scene.getRoot().lookupAll(".label").stream()
                                        .filter(Labeled.class::isInstance)
                                        .map(n -> ((Labeled) n).getText())
                                        .toList()));
    }

    static <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(question));
    }

    void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what + "\n" + words(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
