package revisage.window.lineup;

import javafx.beans.binding.DoubleBinding;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

/// A square picture that says nothing of where it came from.
final class KioskPicture {

    private static final double ROUND = 14;

    private KioskPicture() {}

    /// @param side pixels
    /// @param name for those who cannot see it
    static ImageView of(@Nullable Image image, DoubleBinding side, String name) {
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.fitWidthProperty().bind(side);
        view.fitHeightProperty().bind(side);
        var clip = new Rectangle();
        clip.widthProperty().bind(side);
        clip.heightProperty().bind(side);
        clip.setArcWidth(ROUND);
        clip.setArcHeight(ROUND);
        view.setClip(clip);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(name);
        return view;
    }
}
