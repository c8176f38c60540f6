package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.project.Preferences;
import revisage.window.Icons;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Words;
import revisage.window.Workspace;

import java.nio.file.Path;
import java.util.List;

/// Where one was before. A project that is not there any more stays in the list until it is found
/// or forgotten.
final class RecentProjects extends VBox {

    private static final int MOST = 5;

    private final Workspace workspace;
    private final Words words;
    private final Opening opening;
    private final Latest looking;

    /// @param there whether it is a project still
    private record Seen(Path folder, boolean there) {}

    RecentProjects(Workspace workspace, Opening opening) {
        super(4);
        this.workspace = workspace;
        this.words = workspace.words();
        this.opening = opening;
        this.looking = new Latest(workspace.jobs());
        setId("recent");
        show(List.of());
        workspace.preferencesProperty().subscribe(_ -> look());
        workspace.projectProperty().subscribe(_ -> look());
        opening.onMissing(this::look);
    }

    /// A disk may answer late, so it is asked away from the screen.
    private void look() {
        if (workspace.projectProperty().get().isPresent()) {
            return; // nobody sees it
        }
        Preferences preferences = workspace.preferencesProperty().get();
        looking.ask(
                _ ->
                        preferences.recent().stream()
                                .limit(MOST)
                                .map(Path::of)
                                .map(p -> new Seen(p, Opening.isThere(p)))
                                .toList(),
                (Outcome<List<Seen>> outcome) -> {
                    if (outcome instanceof Outcome.Done<List<Seen>>(var seen)) {
                        show(seen);
                    }
                });
    }

    private void show(List<Seen> all) {
        getChildren().setAll(all.stream().map(s -> s.there() ? there(s) : missing(s)).toList());
        setVisible(!all.isEmpty());
        setManaged(!all.isEmpty());
    }

    private Region there(Seen seen) {
        var row = new HBox(10, Icons.of("fth-folder"), name(seen), small(where(seen)));
        row.setAlignment(Pos.CENTER_LEFT);
        var button = new Button("", row);
        button.getStyleClass().addAll(Styles.FLAT, "recent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(seen.folder().toString());
        button.setOnAction(_ -> opening.recent(seen.folder()));
        return button;
    }

    private Region missing(Seen seen) {
        String folder = seen.folder().toString();
        var gone = small(words.of("start.missing", where(seen)));
        gone.setMinWidth(0);
        gone.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(gone, Priority.ALWAYS);
        var find = new Button(words.of("start.find"), Icons.of("fth-folder"));
        find.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        find.setMinWidth(Region.USE_PREF_SIZE);
        find.setAccessibleText(words.of("start.find.name", folder));
        find.setOnAction(_ -> opening.find(seen.folder()));
        var forget =
                Icons.button(
                        "fth-x",
                        words.of("start.forget", folder),
                        () -> workspace.prefer(p -> p.forgot(folder)));
        var row = new HBox(10, Icons.of("fth-alert-triangle"), name(seen), gone, find, forget);
        row.getStyleClass().addAll("recent", "recent-missing");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label name(Seen seen) {
        var name = new Label(Words.name(seen.folder().toString()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private static Label small(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    private static String where(Seen seen) {
        return String.valueOf(seen.folder().getParent());
    }
}
