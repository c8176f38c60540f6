package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import revisage.window.Icons;
import revisage.window.ScreenView;
import revisage.window.Task;
import revisage.window.Words;

/// How a task is shown, wherever it is: what it is, how far, how long, stop.
final class TaskView extends VBox {

    private final Words words;
    private final Label title = new Label();
    private final Label stage = new Label();
    private final Label estimate = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;
    private Subscription told = Subscription.EMPTY;

    TaskView(Words words) {
        super(4);
        this.words = words;
        getStyleClass().add("task");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        stage.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        stage.setWrapText(true);
        estimate.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        estimate.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        bar.getStyleClass().add(Styles.SMALL);
        stop = new Button(words.of("tasks.stop"), Icons.of("fth-square"));
        stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.DANGER);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var last = new HBox(6, estimate, gap, stop);
        last.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, bar, stage, last);
    }

    /// From now on this one.
    void follow(Task task) {
        leave();
        title.setText(task.title());
        stop.setAccessibleText(words.of("tasks.stop") + ", " + task.title());
        bar.setAccessibleText(task.title());
        stop.setOnAction(_ -> task.stop());
        told =
                Subscription.combine(
                        task.stageProperty().subscribe(stage::setText),
                        task.estimateProperty().subscribe(estimate::setText),
                        task.shareProperty().subscribe(s -> bar.setProgress(s.doubleValue())),
                        task.stateProperty().subscribe(this::stand));
    }

    /// None.
    void leave() {
        told.unsubscribe();
        told = Subscription.EMPTY;
    }

    private void stand(Task.State state) {
        boolean going = state == Task.State.WAITING || state == Task.State.RUNNING;
        ScreenView.show(bar, going);
        ScreenView.show(stop, going);
        switch (state) {
            case WAITING -> stage.setText(words.of("task.waiting"));
            case RUNNING -> {}
            case DONE -> stage.setText(words.of("task.done"));
            case STOPPED -> stage.setText(words.of("task.stopped"));
            case FAILED -> stage.setText(words.of("task.failed"));
        }
    }
}
