package revisage.window;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// What a screen shows: its name, how its step stands, and what is read from `NAME.fxml` beside the
/// controller when it is first asked for.
public final class ScreenView {

    private final Object controller;
    private final String name;
    private final ReadOnlyObjectProperty<StepState> step;
    private final Words words;
    private @Nullable Parent root;

    /// @param name of the screen among files and keys, for example `leak`
    public ScreenView(
            Object controller,
            String name,
            ReadOnlyObjectProperty<StepState> step,
            Workspace workspace) {
        this.controller = controller;
        this.name = name;
        this.step = step;
        this.words = workspace.words();
    }

    /// Its name among files and keys.
    public String name() {
        return name;
    }

    /// How it stands.
    public ReadOnlyObjectProperty<StepState> step() {
        return step;
    }

    /// Whether it has been shown before.
    public boolean made() {
        return root != null;
    }

    /// What is shown, kept.
    public Parent root() {
        Parent made = root;
        if (made == null) {
            made = load();
            root = made;
        }
        return made;
    }

    private Parent load() {
        var loader = new FXMLLoader(controller.getClass().getResource(name + ".fxml"));
        loader.setResources(words.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own " + name + ".fxml is broken", e);
        }
    }

    /// Shows a part of a screen, or hides it and gives its room away.
    public static void show(Node part, boolean on) {
        part.setVisible(on);
        part.setManaged(on);
    }
}
