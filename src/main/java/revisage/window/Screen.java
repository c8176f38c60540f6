package revisage.window;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.util.List;

/// One step of the work, as the rail leads to it.
public interface Screen {

    /// Its name among files and keys, for example `leak`.
    String name();

    /// How it stands.
    ReadOnlyObjectProperty<StepState> step();

    /// What it shows; made when it is first asked for.
    Parent view();

    /// It has come to the front.
    default void shown() {}

    /// What can be done here.
    default List<Command> commands() {
        return List.of();
    }

    /// Reads `NAME.fxml` beside the controller.
    static Parent load(Object controller, String name, Words words) {
        var loader = new FXMLLoader(controller.getClass().getResource(name + ".fxml"));
        loader.setResources(words.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own " + name + ".fxml is broken", e);
        }
    }
}
