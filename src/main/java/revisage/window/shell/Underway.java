package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import revisage.window.Icons;
import revisage.window.Task;
import revisage.window.TaskList;
import revisage.window.Words;

/// The newest task while it goes on, where the list of tasks is not in view: what is done, how far,
/// how long, stop. Hidden while nothing goes on.
final class Underway extends VBox {

    private final Label title = new Label();
    private final Label stage = new Label();
    private final Label estimate = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop;

    Underway(TaskList tasks, Words words) {
        super(6);
        setId("underway");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        stage.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        estimate.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        bar.setMaxWidth(Double.MAX_VALUE);
        stop = new Button(words.of("tasks.stop"), Icons.of("fth-square"));
        stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.DANGER);
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var last = new HBox(12, stage, estimate, gap, stop);
        last.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, bar, last);
        show(false);
        tasks.all()
                .addListener(
                        (ListChangeListener<Task>)
                                _ -> tasks.all().stream().findFirst().ifPresent(this::follow));
    }

    private void follow(Task task) {
        title.setText(task.title());
        stage.textProperty().bind(task.stageProperty());
        estimate.textProperty().bind(task.estimateProperty());
        bar.progressProperty().bind(task.shareProperty());
        stop.setOnAction(_ -> task.stop());
        visibleProperty()
                .bind(
                        task.stateProperty()
                                .map(s -> s == Task.State.WAITING || s == Task.State.RUNNING));
        managedProperty().bind(visibleProperty());
    }

    private void show(boolean yes) {
        setVisible(yes);
        setManaged(yes);
    }
}
