package revisage.window.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import revisage.window.Icons;
import revisage.window.Screen;
import revisage.window.StepState;
import revisage.window.Words;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// The steps of the work in their natural order, each with how it stands.
final class Rail extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Map<String, Button> steps = new LinkedHashMap<>();
    private final Words words;

    Rail(Words words) {
        this.words = words;
        getStyleClass().add("rail-steps");
    }

    /// One step more, below the others.
    void add(Screen screen, String icon, String name, Consumer<Screen> go) {
        var title = new Label(name);
        title.getStyleClass().add("rail-name");
        var note = new Label();
        note.getStyleClass().add("rail-note");
        var state = new FontIcon(StepState.Kind.EMPTY.icon());
        state.getStyleClass().add("rail-state");
        var text = new VBox(title, note);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setAlignment(Pos.CENTER_LEFT);
        var row = new HBox(12, Icons.of(icon), text, state);
        row.setAlignment(Pos.CENTER_LEFT);
        var button = new Button("", row);
        button.setId("rail-" + screen.name());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("rail-step");
        row.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(_ -> go.accept(screen));
        screen.step()
                .subscribe(
                        now -> {
                            StepState.Kind kind = now.kind();
                            state.setIconLiteral(kind.icon());
                            state.getStyleClass().setAll("rail-state", style(kind));
                            note.setText(now.note());
                            note.setManaged(!now.note().isEmpty());
                            button.setAccessibleText(
                                    name + ", " + words.of(kind.key()) + ". " + now.note());
                        });
        steps.put(screen.name(), button);
        getChildren().add(button);
    }

    private static String style(StepState.Kind kind) {
        return "rail-" + kind.name().toLowerCase(Locale.ROOT);
    }

    /// Marks the step that is shown.
    void choose(String name) {
        steps.forEach((n, b) -> b.pseudoClassStateChanged(CHOSEN, n.equals(name)));
    }
}
