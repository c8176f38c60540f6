package revisage.window;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// Sentences that are set apart: what went wrong, what to watch out for, what is good to know.
public final class Notes {

    private Notes() {}

    /// What kind of sentence.
    public enum Kind {
        GOOD("fth-check-circle", "note-good"),
        INFO("fth-info", "note-info"),
        WARNING("fth-alert-triangle", "note-warning"),
        PROBLEM("fth-alert-octagon", "note-problem");

        private final String icon;
        private final String style;

        Kind(String icon, String style) {
            this.icon = icon;
            this.style = style;
        }
    }

    /// One sentence with its icon.
    public static HBox of(Kind kind, String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        var body = new VBox(2, label);
        body.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(body, Priority.ALWAYS);
        var icon = Icons.of(kind.icon);
        var box = new HBox(10, icon, body);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().addAll("note", kind.style);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    /// A problem: the sentence, the remedy, and details to be copied.
    public static HBox of(Problem problem, Words words) {
        HBox box = plain(problem);
        box.getChildren().add(copy(problem, words));
        return box;
    }

    /// The same for a narrow place: one below the other.
    public static HBox narrow(Problem problem, Words words) {
        HBox box = plain(problem);
        body(box).getChildren().add(copy(problem, words));
        return box;
    }

    private static HBox plain(Problem problem) {
        HBox box = of(Kind.PROBLEM, problem.happened());
        var remedy = new Label(problem.remedy());
        remedy.setWrapText(true);
        remedy.setMinHeight(Region.USE_PREF_SIZE);
        remedy.getStyleClass().add(Styles.TEXT_MUTED);
        body(box).getChildren().add(remedy);
        return box;
    }

    private static VBox body(HBox box) {
        return (VBox) box.getChildren().get(1);
    }

    private static Button copy(Problem problem, Words words) {
        var copy = new Button(words.of("problem.copy"), Icons.of("fth-copy"));
        copy.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> copy(problem));
        return copy;
    }

    /// Puts a problem where another program can take it from.
    private static void copy(Problem problem) {
        var content = new ClipboardContent();
        content.putString(
                problem.happened() + "\n" + problem.remedy() + "\n\n" + problem.details());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Fills a place that holds one note or nothing.
    public static void put(VBox place, Optional<HBox> note) {
        put(place, note.map(List::of).orElse(List.of()));
    }

    /// Fills a place that holds some notes or nothing.
    public static void put(VBox place, List<HBox> notes) {
        place.getChildren().setAll(notes);
        place.setVisible(!notes.isEmpty());
        place.setManaged(!notes.isEmpty());
    }
}
