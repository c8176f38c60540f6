package revisage.window.shell;

import javafx.scene.layout.VBox;

import revisage.window.ScreenView;
import revisage.window.TaskList;
import revisage.window.Words;

/// The task that goes on, where the list of tasks is not in view. Hidden while nothing goes on.
final class Underway extends VBox {

    Underway(TaskList tasks, Words words) {
        setId("underway");
        var view = new TaskView(words);
        getChildren().add(view);
        tasks.foremostProperty()
                .subscribe(
                        task -> {
                            ScreenView.show(this, task.isPresent());
                            task.ifPresentOrElse(view::follow, view::leave);
                        });
    }
}
