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

import revisage.window.Icons;
import revisage.window.Words;
import revisage.window.Workspace;

/// What one sees first: ways in, and where one was before.
final class StartPage extends StackPane {

    private final Words words;

    /// What the page can begin.
    record Ways(Runnable demo, Runnable project, Runnable vectors, Runnable tour) {}

    StartPage(Workspace workspace, Ways ways, RecentProjects recent) {
        this.words = workspace.words();
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
}
