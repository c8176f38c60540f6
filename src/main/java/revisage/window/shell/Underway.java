package revisage.window.shell;

import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import revisage.window.ScreenView;
import revisage.window.Task;
import revisage.window.TaskList;
import revisage.window.Words;

/// The newest task while it goes on, where the list of tasks is not in view. Hidden while nothing
/// goes on.
final class Underway extends VBox {

    private final TaskView view;
    private Subscription told = Subscription.EMPTY;

    Underway(TaskList tasks, Words words) {
        setId("underway");
        view = new TaskView(words);
        getChildren().add(view);
        ScreenView.show(this, false);
        tasks.all()
                .addListener(
                        (ListChangeListener<Task>)
                                _ -> tasks.all().stream().findFirst().ifPresent(this::follow));
    }

    private void follow(Task task) {
        told.unsubscribe();
        view.follow(task);
        told = task.stateProperty().subscribe(_ -> ScreenView.show(this, task.going()));
    }
}
