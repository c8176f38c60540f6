package revisage.window.reconstruct;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;

import revisage.face.FaceImage;
import revisage.study.LiveRun;
import revisage.window.FaceView;
import revisage.window.Words;
import revisage.window.Workspace;

import java.util.Optional;

/// One target of a run as a living tile.
final class TargetCell extends GridCell<Integer> {

    static final double SIDE = 58;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ReconstructModel model;
    private final FaceView face = new FaceView();
    private final Label text = new Label();
    private final VBox box = new VBox(2, face, text);
    private Optional<FaceImage> seen = Optional.empty();

    TargetCell(ReconstructModel model, Workspace workspace) {
        this.model = model;
        face.setSide(SIDE);
        face.coverableProperty().set(false);
        text.getStyleClass().add("tile-name");
        box.setAlignment(Pos.TOP_CENTER);
        box.getStyleClass().add("target-cell");
        box.setOnMouseClicked(
                _ -> {
                    Integer row = getItem();
                    if (row != null) {
                        model.targetProperty().set(row);
                    }
                });
        workspace.coveredProperty().subscribe(c -> face.coveredProperty().set(c));
        model.ticksProperty().subscribe(_ -> show());
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        seen = Optional.empty();
        face.setImage(Optional.empty());
        setGraphic(box);
        show();
    }

    private void show() {
        Integer row = getItem();
        if (row == null || isEmpty()) {
            return;
        }
        Optional<LiveRun.Glance> glance =
                model.shownProperty().get().flatMap(r -> r.live().glance(row));
        Optional<FaceImage> now = glance.flatMap(LiveRun.Glance::face);
        if (now.isPresent() && !seen.equals(now)) {
            face.setFace(now.get());
        }
        if (now.isEmpty() && seen.isPresent()) {
            face.setImage(Optional.empty());
        }
        seen = now;
        text.setText(
                glance.map(g -> Words.share(g.cosine()) + (g.done() ? " \u2713" : ""))
                        .orElse("\u2013"));
        box.pseudoClassStateChanged(CHOSEN, model.targetProperty().get() == row);
    }
}
