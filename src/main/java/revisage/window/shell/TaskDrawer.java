package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import revisage.window.Icons;
import revisage.window.Task;
import revisage.window.TaskList;
import revisage.window.Words;

/// The list of tasks: progress, estimate, stop.
final class TaskDrawer extends VBox {

    TaskDrawer(TaskList tasks, Words words, Runnable close) {
        getStyleClass().add("drawer");
        setId("tasks");
        var title = new Label(words.of("tasks.title"));
        title.getStyleClass().add("panel-title");
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, title, gap, Icons.button("fth-x", words.of("tasks.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        var list = new ListView<>(tasks.all());
        list.setCellFactory(_ -> new Cell(words));
        var nothing = new Label(words.of("tasks.none"));
        nothing.setWrapText(true);
        nothing.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(nothing);
        list.setFocusTraversable(false);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    private static final class Cell extends ListCell<Task> {

        private final Words words;
        private final Label title = new Label();
        private final Label stage = new Label();
        private final Label estimate = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final Button stop;
        private final VBox box;
        private Subscription told = Subscription.EMPTY;

        Cell(Words words) {
            this.words = words;
            title.getStyleClass().add(Styles.TEXT_BOLD);
            stage.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            stage.setWrapText(true);
            estimate.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add(Styles.SMALL);
            stop = new Button(words.of("tasks.stop"), Icons.of("fth-square"));
            stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.DANGER);
            var gap = new HBox();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var last = new HBox(6, estimate, gap, stop);
            last.setAlignment(Pos.CENTER_LEFT);
            box = new VBox(4, title, bar, stage, last);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Task task, boolean empty) {
            super.updateItem(task, empty);
            told.unsubscribe();
            told = Subscription.EMPTY;
            if (empty || task == null) {
                setGraphic(null);
                return;
            }
            title.setText(task.title());
            stop.setOnAction(_ -> task.stop());
            told =
                    Subscription.combine(
                            task.stageProperty().subscribe(stage::setText),
                            task.estimateProperty().subscribe(estimate::setText),
                            task.shareProperty().subscribe(s -> bar.setProgress(s.doubleValue())),
                            task.stateProperty().subscribe(this::stand));
            setGraphic(box);
        }

        private void stand(Task.State state) {
            boolean going = state == Task.State.WAITING || state == Task.State.RUNNING;
            bar.setVisible(going);
            bar.setManaged(going);
            stop.setVisible(going);
            stop.setManaged(going);
            switch (state) {
                case WAITING -> stage.setText(words.of("task.waiting"));
                case RUNNING -> {}
                case DONE -> stage.setText(words.of("task.done"));
                case STOPPED -> stage.setText(words.of("task.stopped"));
                case FAILED -> stage.setText(words.of("task.failed"));
            }
        }
    }
}
