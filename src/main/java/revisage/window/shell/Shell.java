package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.window.Command;
import revisage.window.Icons;
import revisage.window.Screen;
import revisage.window.Task;
import revisage.window.Words;
import revisage.window.Workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The frame: the rail at the left, one screen, tasks at the right, and what lies over all of it.
final class Shell {

    private final Workspace workspace;
    private final Words words;
    private final Screens screens;
    private final Opening opening;
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final StackPane content = new StackPane();
    private final Overlay overlay = new Overlay();
    private final Rail rail;
    private final Label title = new Label();
    private final Label projectName = new Label();
    private final Button undo;
    private final Button redo;
    private final Button covers;
    private final Button tasksButton;
    private final TaskDrawer drawer;
    private final StartPage start;
    private final Scene scene;
    private Optional<Screen> front = Optional.empty();

    Shell(Workspace workspace, Screens screens, Opening opening) {
        this.workspace = workspace;
        this.words = workspace.words();
        this.screens = screens;
        this.opening = opening;
        this.rail = new Rail(words);
        this.drawer = new TaskDrawer(workspace.tasks(), words, this::toggleTasks);
        this.undo = Icons.button("fth-corner-up-left", words.of("command.undo"), workspace::undo);
        this.redo = Icons.button("fth-corner-up-right", words.of("command.redo"), workspace::redo);
        this.covers = Icons.button("fth-eye", words.of("command.covers"), this::toggleCovers);
        this.tasksButton = new Button("", Icons.of("fth-list"));
        this.start =
                new StartPage(
                        workspace,
                        new StartPage.Ways(
                                () -> opening.demo(() -> {}),
                                opening::chooseProject,
                                opening::chooseVectors,
                                this::tour),
                        new RecentProjects(workspace, opening));
        screens.onCard(card -> overlay.show(card, Pos.CENTER, true), overlay::hide);
        frame.getStyleClass().add("frame");
        frame.setLeft(left());
        frame.setCenter(new VBox(head(), content));
        VBox.setVgrow(content, Priority.ALWAYS);
        content.getStyleClass().add("content");
        var toasts = new Toasts(workspace);
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        root.getStyleClass().add("revisage");
        root.getChildren().addAll(start, frame, toasts, overlay);
        scene = new Scene(root, 1280, 800);
        screens.models().onGo(name -> show(screens.named(name)));
        new Drops(workspace, screens, opening, name -> show(screens.named(name))).install(scene);
        keys();
        overlay.keep(scene);
        workspace.projectProperty().subscribe(this::follow);
        workspace.coveredProperty().subscribe(this::showCovers);
    }

    Scene scene() {
        return scene;
    }

    private VBox left() {
        var name = new Label(words.of("app.name"), Icons.of("fth-aperture"));
        name.getStyleClass().add("rail-title");
        projectName.getStyleClass().add("rail-project");
        var home = new Button("", new VBox(1, name, projectName));
        home.getStyleClass().addAll(Styles.FLAT, "rail-home");
        home.setMaxWidth(Double.MAX_VALUE);
        home.setAlignment(Pos.CENTER_LEFT);
        home.setId("home");
        Icons.name(home, words.of("command.start"));
        home.setOnAction(_ -> workspace.leave());
        for (Screens.Step step : screens.steps()) {
            rail.add(step.screen(), step.icon(), step.title(), this::show);
        }
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var left =
                new VBox(8, home, rail, gap, new RunningNow(workspace.tasks(), this::toggleTasks));
        left.getStyleClass().add("rail");
        return left;
    }

    private HBox head() {
        title.getStyleClass().add("screen-title");
        tasksButton.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        tasksButton.setId("tasks-button");
        Icons.name(tasksButton, words.of("command.tasks"));
        tasksButton.setOnAction(_ -> toggleTasks());
        undo.setId("undo");
        redo.setId("redo");
        covers.setId("covers");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var find = new Button(words.of("command.palette"), Icons.of("fth-command"));
        find.getStyleClass().addAll(Styles.FLAT, "find");
        find.setOnAction(_ -> palette());
        var theme = Icons.button("fth-sun", words.of("command.theme"), this::toggleTheme);
        var help = Icons.button("fth-help-circle", words.of("command.tour"), this::tour);
        var head = new HBox(4, title, gap, find, undo, redo, covers, theme, help, tasksButton);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        return head;
    }

    private void follow(Optional<Project> project) {
        boolean on = project.isPresent();
        frame.setVisible(on);
        start.setVisible(!on);
        undo.setDisable(!workspace.undoable());
        redo.setDisable(!workspace.redoable());
        if (project.isEmpty()) {
            front = Optional.empty();
            overlay.hide();
            return;
        }
        ProjectFile file = project.get().file();
        projectName.setText(file.title());
        if (front.isEmpty()) {
            show(screens.named(file.place().screen()));
        }
        if (file.authority().isEmpty() && !file.synthetic() && !overlay.isVisible()) {
            overlay.show(
                    new AuthorityCard(
                            words,
                            answer -> {
                                workspace.note(f -> f.withAuthority(answer));
                                overlay.hide();
                            }),
                    Pos.CENTER,
                    false);
        }
    }

    void show(Screen screen) {
        boolean other = front.stream().noneMatch(s -> s.name().equals(screen.name()));
        front = Optional.of(screen);
        rail.choose(screen.name());
        title.setText(screens.titleOf(screen));
        content.getChildren().setAll(screen.view().root());
        if (other && workspace.projectProperty().get().isPresent()) {
            workspace.note(
                    f ->
                            f.at(
                                    new ProjectFile.Place(
                                            screen.name(), f.place().target(), f.place().k())));
        }
        screen.shown();
    }

    /// Shows a screen and leads the keys into it.
    private void enter(Screen screen) {
        show(screen);
        boolean inside =
                Stream.iterate(scene.getFocusOwner(), Objects::nonNull, Node::getParent)
                        .anyMatch(content::equals);
        if (!inside) {
            content.applyCss();
            content.layout(); // its controls are there once they were laid out
            content.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private void showCovers(boolean covered) {
        covers.setGraphic(Icons.of(covered ? "fth-eye-off" : "fth-eye"));
        Icons.name(covers, words.of(covered ? "command.uncover" : "command.cover"));
    }

    private void toggleCovers() {
        workspace.coveredProperty().set(!workspace.coveredProperty().get());
    }

    private void toggleTheme() {
        boolean dark = workspace.darkProperty().get();
        workspace.prefer(p -> p.withTheme(dark ? "light" : "dark"));
    }

    private void toggleTasks() {
        frame.setRight(frame.getRight() == null ? drawer : null);
    }

    private void tour() {
        if (workspace.projectProperty().get().isEmpty()) {
            opening.demo(this::tour);
            return;
        }
        overlay.show(
                new Tour(words, name -> halt(screens.named(name)), overlay::hide),
                Pos.BOTTOM_CENTER,
                true);
    }

    /// A stop of the walk-through: with people who do not exist, the screen shows what it does.
    private void halt(Screen screen) {
        show(screen);
        if (workspace.project().file().synthetic()) {
            screen.begin();
        }
    }

    void palette() {
        overlay.show(new Palette(commands(), words, overlay::hide), Pos.TOP_CENTER, true);
    }

    private List<Command> commands() {
        var all = new ArrayList<Command>();
        boolean open = workspace.projectProperty().get().isPresent();
        int number = 1;
        for (Screens.Step step : screens.steps()) {
            all.add(
                    new Command(
                            words.of("command.go", step.title()),
                            "Shortcut+DIGIT" + number++,
                            () -> open,
                            () -> enter(step.screen())));
        }
        if (open) {
            screens.steps().forEach(s -> all.addAll(s.screen().commands()));
        }
        all.addAll(general());
        return all;
    }

    private List<Command> general() {
        return List.of(
                Command.of(words.of("command.palette"), "Shortcut+K", this::palette),
                Command.of(words.of("start.open"), "Shortcut+O", opening::chooseProject),
                Command.of(words.of("start.demo"), () -> opening.demo(() -> {})),
                Command.of(words.of("start.vectors"), "Shortcut+N", opening::chooseVectors),
                Command.of(words.of("command.start"), workspace::leave),
                new Command(
                        words.of("command.undo"),
                        "Shortcut+Z",
                        workspace::undoable,
                        workspace::undo),
                redo("Shortcut+Shift+Z"),
                Command.of(words.of("command.tasks"), "Shortcut+T", this::toggleTasks),
                Command.of(words.of("command.stopall"), workspace.tasks()::stopAll),
                Command.of(words.of("command.covers"), "Shortcut+L", this::toggleCovers),
                Command.of(words.of("command.covers.always"), workspace::toggleCoverSetting),
                Command.of(words.of("command.theme"), "Shortcut+D", this::toggleTheme),
                Command.of(
                        words.of("command.theme.system"),
                        () -> workspace.prefer(p -> p.withTheme("system"))),
                Command.of(
                        words.of("command.larger"),
                        "Shortcut+EQUALS",
                        () -> workspace.prefer(p -> p.withFontSize(p.fontSize() + 1))),
                Command.of(
                        words.of("command.smaller"),
                        "Shortcut+MINUS",
                        () -> workspace.prefer(p -> p.withFontSize(p.fontSize() - 1))),
                Command.of(
                        words.of("command.usual"),
                        "Shortcut+DIGIT0",
                        () -> workspace.prefer(p -> p.withFontSize(13))),
                Command.of(words.of("command.tour"), "F1", this::tour));
    }

    private Command redo(String keys) {
        return new Command(words.of("command.redo"), keys, workspace::redoable, workspace::redo);
    }

    private void keys() {
        scene.addEventFilter(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                e -> {
                    boolean typed = e.getTarget() instanceof TextInputControl;
                    if (typed && (e.getCode() == KeyCode.Z || e.getCode() == KeyCode.Y)) {
                        return; // a text field takes back what was typed
                    }
                    List<Command> all = commands();
                    all.add(redo("Shortcut+Y"));
                    for (Command command : all) {
                        boolean asked = !command.keys().isEmpty() && command.combination().match(e);
                        if (asked && command.possible().getAsBoolean()) {
                            command.run().run();
                            e.consume();
                            return;
                        }
                    }
                });
    }

    /// The task that is going on, at the foot of the rail.
    private static final class RunningNow extends VBox {

        private final Label name = new Label();
        private final ProgressBar bar = new ProgressBar();

        RunningNow(revisage.window.TaskList tasks, Runnable open) {
            getStyleClass().add("running-now");
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add(Styles.SMALL);
            name.getStyleClass().add(Styles.TEXT_SMALL);
            getChildren().addAll(name, bar);
            setOnMouseClicked(_ -> open.run());
            tasks.foremostProperty().subscribe(this::show);
        }

        private void show(Optional<Task> going) {
            setVisible(going.isPresent());
            bar.progressProperty().unbind();
            going.ifPresent(
                    t -> {
                        name.setText(t.title());
                        bar.progressProperty().bind(t.shareProperty());
                    });
        }
    }
}
