package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

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

        private final TaskView view;

        Cell(Words words) {
            view = new TaskView(words);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Task task, boolean empty) {
            super.updateItem(task, empty);
            if (empty || task == null) {
                view.leave();
                setGraphic(null);
            } else {
                view.follow(task);
                setGraphic(view);
            }
        }
    }
}
