package revisage.window;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import revisage.work.Progress;

/// A long thing in the list of tasks. Touched by the screen's thread only.
public final class Task {

    private static final double SECONDS_BEFORE_ESTIMATE = 2;
    private static final double SECONDS_TO_LOOK_AWAY = 4;

    private final String title;
    private final Words words;
    private final StringProperty stage = new SimpleStringProperty("");
    private final StringProperty estimate = new SimpleStringProperty("");
    private final DoubleProperty share = new SimpleDoubleProperty(-1);
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.WAITING);
    private Jobs.@Nullable Job job;
    private final long begun = System.nanoTime();
    private String stageName = "";
    private long stageFrom;
    private long stageDone;

    /// What it can be.
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    Task(String title, Words words) {
        this.title = title;
        this.words = words;
    }

    void of(Jobs.Job started) {
        job = started;
    }

    /// Tells how far it has come.
    public void progress(Progress now) {
        state.set(State.RUNNING);
        if (!now.stage().equals(stageName)) {
            stageName = now.stage();
            stageFrom = System.nanoTime();
            stageDone = now.done();
        }
        share.set(now.total() > 0 ? Math.clamp((double) now.done() / now.total(), 0, 1) : -1);
        stage.set(
                now.total() > 0
                        ? words.of(
                                "task.stage",
                                now.stage(),
                                Words.count(now.done()),
                                Words.count(now.total()),
                                now.unit())
                        : now.stage());
        estimate.set(estimated(now));
    }

    private String estimated(Progress now) {
        double seconds = (System.nanoTime() - stageFrom) / 1e9;
        long done = now.done() - stageDone;
        if (now.total() == 0 || done <= 0 || seconds < SECONDS_BEFORE_ESTIMATE) {
            return "";
        }
        return duration(seconds / done * (now.total() - now.done()));
    }

    private String duration(double seconds) {
        if (seconds < 60) {
            return words.of("task.seconds", (int) Math.ceil(seconds));
        }
        return seconds < 5_400
                ? words.of("task.minutes", Math.round(seconds / 60))
                : words.of("task.hours", Words.number(seconds / 3_600));
    }

    void ended(State end) {
        state.set(end);
        estimate.set("");
        share.set(end == State.DONE ? 1 : share.get());
    }

    /// Asks it to stop; it says so when it has.
    public void stop() {
        if (job != null) {
            job.stop();
        }
    }

    /// What it is.
    public String title() {
        return title;
    }

    /// Where it is, in words.
    public ReadOnlyStringProperty stageProperty() {
        return stage;
    }

    /// How long it will take, in words; empty while that is not known.
    public ReadOnlyStringProperty estimateProperty() {
        return estimate;
    }

    /// 0..1, or below 0 if not known.
    public ReadOnlyDoubleProperty shareProperty() {
        return share;
    }

    /// How it stands.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    /// Whether it took so long that one may have looked elsewhere.
    boolean tookLong() {
        return (System.nanoTime() - begun) / 1e9 > SECONDS_TO_LOOK_AWAY;
    }

    /// Whether it has not ended yet.
    public boolean going() {
        return state.get() == State.WAITING || state.get() == State.RUNNING;
    }
}
