package revisage.window.reconstruct;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import revisage.study.LiveRun;
import revisage.window.FaceView;
import revisage.window.Words;
import revisage.window.Workspace;

import java.util.ArrayList;
import java.util.List;

/// The stages of a face side by side; moving along them shows each large. The last one follows what
/// is newest.
final class FilmStrip extends ScrollPane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SIDE = 46;

    private final HBox row = new HBox(6);
    private final Workspace workspace;
    private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
    private final List<VBox> cells = new ArrayList<>();
    private List<LiveRun.Stage> stages = List.of();

    FilmStrip(Workspace workspace) {
        this.workspace = workspace;
        setContent(row);
        getStyleClass().addAll("film-strip", "plain-scroll");
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.AS_NEEDED);
        setMinHeight(SIDE + 32);
        setPrefHeight(SIDE + 32);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(workspace.words().of("film.name"));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        chosen.subscribe(_ -> mark());
    }

    private void key(KeyEvent e) {
        int now = chosen.get() < 0 ? stages.size() - 1 : chosen.get();
        if (e.getCode() == KeyCode.LEFT) {
            chosen.set(Math.max(0, now - 1));
        } else if (e.getCode() == KeyCode.RIGHT) {
            chosen.set(now + 1 >= stages.size() - 1 ? -1 : now + 1);
        } else {
            return;
        }
        e.consume();
    }

    /// Which stage is shown large; -1 for the newest.
    IntegerProperty chosenProperty() {
        return chosen;
    }

    /// The stage that is shown large.
    java.util.Optional<LiveRun.Stage> stage() {
        return chosen.get() >= 0 && chosen.get() < stages.size()
                ? java.util.Optional.of(stages.get(chosen.get()))
                : java.util.Optional.empty();
    }

    void show(List<LiveRun.Stage> now) {
        boolean longer = now.size() > stages.size() && now.subList(0, stages.size()).equals(stages);
        if (now.equals(stages)) {
            return;
        }
        int from = longer ? stages.size() : 0;
        if (!longer) {
            cells.clear();
            row.getChildren().clear();
            chosen.set(-1);
        }
        stages = List.copyOf(now);
        for (int i = from; i < stages.size(); i++) {
            VBox cell = cell(i);
            cells.add(cell);
            row.getChildren().add(cell);
        }
        mark();
        layout();
        setHvalue(1);
    }

    private VBox cell(int index) {
        LiveRun.Stage stage = stages.get(index);
        var face = new FaceView();
        face.setSide(SIDE);
        face.coverableProperty().set(false);
        face.coveredProperty()
                .bind(
                        javafx.beans.binding.Bindings.createBooleanBinding(
                                () -> workspace.coveredProperty().get(),
                                workspace.coveredProperty()));
        face.setFace(stage.face());
        var text = new Label(Words.share(stage.cosine()));
        text.getStyleClass().add("tile-name");
        var cell = new VBox(1, face, text);
        cell.setAlignment(Pos.TOP_CENTER);
        cell.getStyleClass().add("film-cell");
        cell.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> choose(index));
        cell.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> choose(index));
        return cell;
    }

    private void choose(int index) {
        chosen.set(index == stages.size() - 1 ? -1 : index);
    }

    private void mark() {
        int shown = chosen.get() < 0 ? cells.size() - 1 : chosen.get();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).pseudoClassStateChanged(CHOSEN, i == shown);
        }
    }
}
