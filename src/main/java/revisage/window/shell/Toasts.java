package revisage.window.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import revisage.window.Icons;
import revisage.window.Notes;
import revisage.window.Workspace;

/// Notices in the corner: good news go by themselves, problems stay until they are read.
final class Toasts extends VBox {

    private static final Duration LONG_ENOUGH = Duration.seconds(6);
    private static final int MOST = 3;

    Toasts(Workspace workspace) {
        getStyleClass().add("toasts");
        setSpacing(8);
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxHeight(Region.USE_PREF_SIZE);
        workspace.noticeProperty().subscribe(notice -> notice.ifPresent(n -> show(n, workspace)));
    }

    private void show(Workspace.Notice notice, Workspace workspace) {
        HBox note =
                notice.problem()
                        .map(p -> Notes.of(p, workspace.words()))
                        .orElseGet(() -> Notes.of(Notes.Kind.GOOD, notice.text()));
        note.getStyleClass().add("toast");
        note.setAlignment(Pos.CENTER_LEFT);
        note.getChildren()
                .add(
                        Icons.button(
                                "fth-x",
                                workspace.words().of("notice.close"),
                                () -> getChildren().remove(note)));
        getChildren().add(note);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        if (notice.problem().isEmpty()) {
            var wait = new PauseTransition(LONG_ENOUGH);
            wait.setOnFinished(_ -> getChildren().remove(note));
            wait.play();
        }
    }
}
