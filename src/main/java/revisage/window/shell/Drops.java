package revisage.window.shell;

import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import revisage.project.Project;
import revisage.window.Problem;
import revisage.window.Words;
import revisage.window.Workspace;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Files and folders that are dropped onto the window, told by what they are.
final class Drops {

    private final Workspace workspace;
    private final Screens screens;
    private final Opening opening;
    private final Consumer<String> go;

    /// @param go shows the screen of this name
    Drops(Workspace workspace, Screens screens, Opening opening, Consumer<String> go) {
        this.workspace = workspace;
        this.screens = screens;
        this.opening = opening;
        this.go = go;
    }

    void install(Scene scene) {
        scene.setOnDragOver(
                e -> {
                    if (e.getDragboard().hasFiles()) {
                        e.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                    }
                });
        scene.setOnDragDropped(
                e -> {
                    List<File> files = e.getDragboard().getFiles();
                    files.forEach(f -> dropped(f.toPath(), e));
                    e.setDropCompleted(!files.isEmpty());
                });
    }

    private void dropped(Path path, DragEvent event) {
        take(path)
                .ifPresent(
                        menu ->
                                menu.show(
                                        screensRoot(event),
                                        event.getScreenX(),
                                        event.getScreenY()));
    }

    private static javafx.scene.Node screensRoot(DragEvent event) {
        return ((Scene) event.getSource()).getRoot();
    }

    /// Does what can be meant by it; asks where several things can.
    ///
    /// @return what is to be asked
    Optional<ContextMenu> take(Path path) {
        boolean open = workspace.projectProperty().get().isPresent();
        if (Project.is(path)) {
            opening.project(path);
        } else if (Files.isDirectory(path)) {
            return Optional.of(open ? ask(path) : begin(path));
        } else if (path.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
            if (open) {
                screens.models().take(path);
            } else {
                Words words = workspace.words();
                workspace.tell(
                        new Problem(words.of("drop.early"), words.of("drop.early.remedy"), ""));
            }
        } else if (open) {
            screens.leak().open(path);
            go.accept("leak");
        } else {
            opening.vectors(path);
        }
        return Optional.empty();
    }

    private ContextMenu begin(Path folder) {
        return new ContextMenu(
                item(workspace.words().of("drop.begin"), () -> opening.project(folder)));
    }

    private ContextMenu ask(Path folder) {
        Words words = workspace.words();
        var menu = new ContextMenu();
        menu.getItems()
                .add(
                        item(
                                words.of("drop.public"),
                                () ->
                                        workspace.edit(
                                                f ->
                                                        f.withFaces(
                                                                f.photos(),
                                                                name(folder),
                                                                f.finder(),
                                                                f.components()))));
        menu.getItems()
                .add(
                        item(
                                words.of("drop.photos"),
                                () ->
                                        workspace.edit(
                                                f ->
                                                        f.withFaces(
                                                                name(folder),
                                                                f.publicFaces(),
                                                                f.finder(),
                                                                f.components()))));
        if (Files.exists(folder.resolve("gallery.json"))) {
            menu.getItems()
                    .addFirst(item(words.of("drop.gallery"), () -> screens.gallery().add(folder)));
        } else {
            screens.extractors()
                    .entries()
                    .forEach(
                            e ->
                                    menu.getItems()
                                            .add(
                                                    item(
                                                            words.of("drop.enrol", e.label()),
                                                            () ->
                                                                    screens.gallery()
                                                                            .enrol(folder, e))));
        }
        return menu;
    }

    private Optional<String> name(Path folder) {
        return Optional.of(workspace.project().name(folder));
    }

    private static MenuItem item(String text, Runnable run) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
