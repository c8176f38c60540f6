package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import revisage.project.Preferences;
import revisage.project.Project;
import revisage.window.Icons;
import revisage.window.Words;
import revisage.window.Workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What one sees first: ways in, and where one was before.
final class StartPage extends StackPane {

    private final Words words;
    private final VBox recent = new VBox(4);
    private final Consumer<Path> open;

    /// What the page can begin.
    record Ways(Runnable demo, Runnable project, Runnable vectors, Runnable tour) {}

    StartPage(Workspace workspace, Ways ways, Consumer<Path> open) {
        this.words = workspace.words();
        this.open = open;
        setId("start-page");
        getStyleClass().add("start-page");
        var name = new Label(words.of("app.name"));
        name.getStyleClass().add("start-name");
        var question = new Label(words.of("app.question"));
        question.getStyleClass().add("start-question");
        question.setWrapText(true);
        var grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(14);
        grid.add(way("fth-play", "start.demo", "start.demo.why", "start-demo", ways.demo()), 0, 0);
        grid.add(
                way("fth-folder", "start.open", "start.open.why", "start-open", ways.project()),
                1,
                0);
        grid.add(
                way(
                        "fth-database",
                        "start.vectors",
                        "start.vectors.why",
                        "start-vectors",
                        ways.vectors()),
                0,
                1);
        grid.add(way("fth-map", "start.tour", "start.tour.why", "start-tour", ways.tour()), 1, 1);
        var before = new Label(words.of("start.recent"));
        before.getStyleClass().add("panel-title");
        var promise = new Label(words.of("app.promise"), Icons.of("fth-shield"));
        promise.setWrapText(true);
        promise.getStyleClass().add("remark");
        var column =
                new VBox(
                        22,
                        new VBox(4, name, question),
                        grid,
                        new Underway(workspace.tasks(), words),
                        new VBox(6, before, recent),
                        promise);
        column.getStyleClass().add("start-column");
        column.setAlignment(Pos.CENTER_LEFT);
        var middle = new StackPane(column);
        middle.setAlignment(Pos.CENTER);
        middle.getStyleClass().add("start-body");
        var scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("plain-scroll");
        getChildren().add(scroll);
        before.visibleProperty().bind(recent.visibleProperty());
        before.managedProperty().bind(recent.visibleProperty());
        workspace.preferencesProperty().subscribe(this::show);
    }

    private Button way(String icon, String title, String why, String id, Runnable run) {
        var name = new Label(words.of(title));
        name.getStyleClass().add("panel-title");
        var text = new Label(words.of(why));
        text.setWrapText(true);
        text.getStyleClass().addAll(Styles.TEXT_MUTED, "way-text");
        var body = new VBox(3, name, text);
        HBox.setHgrow(body, Priority.ALWAYS);
        var row = new HBox(14, Icons.of(icon), body);
        row.setAlignment(Pos.TOP_LEFT);
        var button = new Button("", row);
        button.setId(id);
        button.getStyleClass().add("way");
        row.getStyleClass().add("way-row");
        button.setAlignment(Pos.TOP_LEFT);
        button.setAccessibleText(name.getText() + ". " + text.getText());
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void show(Preferences preferences) {
        List<Path> there =
                preferences.recent().stream()
                        .map(Path::of)
                        .filter(p -> Files.exists(p.resolve(Project.FILE)))
                        .limit(5)
                        .toList();
        recent.getChildren()
                .setAll(
                        there.stream()
                                .map(
                                        folder -> {
                                            var name = new Label(Words.name(folder.toString()));
                                            var where =
                                                    new Label(String.valueOf(folder.getParent()));
                                            where.getStyleClass()
                                                    .addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
                                            var row =
                                                    new HBox(
                                                            10,
                                                            Icons.of("fth-folder"),
                                                            name,
                                                            where);
                                            row.setAlignment(Pos.CENTER_LEFT);
                                            var button = new Button("", row);
                                            button.getStyleClass().addAll(Styles.FLAT, "recent");
                                            button.setMaxWidth(Double.MAX_VALUE);
                                            button.setAlignment(Pos.CENTER_LEFT);
                                            button.setAccessibleText(folder.toString());
                                            button.setOnAction(_ -> open.accept(folder));
                                            return button;
                                        })
                                .toList());
        recent.setVisible(!there.isEmpty());
        recent.setManaged(!there.isEmpty());
    }
}
