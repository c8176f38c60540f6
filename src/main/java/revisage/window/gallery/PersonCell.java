package revisage.window.gallery;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;

import revisage.window.FaceView;
import revisage.window.Workspace;

import java.util.Optional;

/// One enrolled picture with its person's name. Cells are reused, so that a hundred thousand
/// pictures need no more of them than are seen.
final class PersonCell extends GridCell<Integer> {

    static final double SIDE = 92;

    private final Workspace workspace;
    private final Source source;
    private final FaceView face = new FaceView();
    private final Label name = new Label();
    private final VBox box = new VBox(3, face, name);

    /// Where pictures and names come from now.
    interface Source {
        Optional<GalleryModel.Shown> shown();
    }

    PersonCell(Workspace workspace, Source source) {
        this.workspace = workspace;
        this.source = source;
        face.setSide(SIDE);
        face.setStop(false);
        name.setMaxWidth(SIDE);
        name.getStyleClass().add("tile-name");
        box.setAlignment(Pos.TOP_CENTER);
        setGraphic(box); // for good: what enters the scene anew is styled anew
        workspace.coveredProperty().subscribe(c -> face.coveredProperty().set(c));
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
        super.updateItem(row, empty);
        Optional<GalleryModel.Shown> shown = source.shown();
        if (empty || row == null || shown.isEmpty()) {
            box.setVisible(false);
            return;
        }
        box.setVisible(true);
        name.setText(shown.get().stored().gallery().person(row).replace('_', ' '));
        face.setImage(Optional.empty());
        face.coveredProperty().set(workspace.coveredProperty().get());
        face.setName(name.getText());
        int asked = row;
        shown.get()
                .pictures()
                .get(
                        row,
                        image -> {
                            Integer now = getItem();
                            if (now != null && now == asked) {
                                face.setImage(Optional.of(image));
                            }
                        });
    }
}
