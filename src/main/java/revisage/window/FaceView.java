package revisage.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import revisage.face.FaceImage;

import java.util.Optional;

/// A face, square, with a cover that can be lifted by a click or by Enter.
public final class FaceView extends StackPane {

    private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");
    private static final PseudoClass ICON_ONLY = PseudoClass.getPseudoClass("icon-only");
    private static final double ROUND = 6;
    private static final double ROOM_FOR_WORDS = 150;

    private final ImageView picture = new ImageView();
    private final Label empty = new Label();
    private final FontIcon eye = new FontIcon("fth-eye-off");
    private final Label lift = new Label();
    private final BooleanProperty covered = new SimpleBooleanProperty();
    private final BooleanProperty coverable = new SimpleBooleanProperty(true);
    private final DoubleProperty side = new SimpleDoubleProperty(FaceImage.SIDE);
    private final ObjectProperty<@Nullable Image> image = new SimpleObjectProperty<>();
    private String name = "";
    private boolean stop = true;

    public FaceView() {
        getStyleClass().add("face-view");
        empty.getStyleClass().add("face-empty");
        empty.setWrapText(true);
        empty.setAlignment(javafx.geometry.Pos.CENTER);
        eye.getStyleClass().add("face-eye");
        lift.getStyleClass().add("face-lift");
        lift.setGraphic(eye);
        lift.setMouseTransparent(true);
        picture.setPreserveRatio(true);
        getChildren().addAll(empty, picture, lift);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        var clip = new Rectangle();
        clip.setArcWidth(2 * ROUND);
        clip.setArcHeight(2 * ROUND);
        clip.widthProperty().bind(picture.fitWidthProperty());
        clip.heightProperty().bind(picture.fitHeightProperty());
        picture.setClip(clip);
        side.subscribe(_ -> size());
        image.subscribe(_ -> show());
        covered.subscribe(_ -> show());
        setOnMouseClicked(
                e -> {
                    if (image.get() != null && coverable.get() && e.isStillSincePress()) {
                        covered.set(!covered.get());
                        e.consume();
                    }
                });
        setOnKeyPressed(
                e -> {
                    boolean press = e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE;
                    if (press && coverable.get()) {
                        covered.set(!covered.get());
                        e.consume();
                    }
                });
    }

    private void size() {
        double s = side.get();
        setMinSize(s, s);
        setPrefSize(s, s);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        picture.setFitWidth(s);
        picture.setFitHeight(s);
        empty.setMaxWidth(s - 8);
        show();
    }

    private void show() {
        Image shown = image.get();
        boolean hidden = shown != null && covered.get();
        picture.setSmooth(!hidden);
        picture.setImage(shown == null ? null : hidden ? Faces.coarse(shown) : shown);
        picture.setVisible(shown != null);
        empty.setVisible(shown == null);
        lift.setVisible(hidden);
        lift.setContentDisplay(
                side.get() > ROOM_FOR_WORDS
                        ? javafx.scene.control.ContentDisplay.TOP
                        : javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        lift.pseudoClassStateChanged(ICON_ONLY, side.get() <= ROOM_FOR_WORDS);
        eye.setIconSize(side.get() > ROOM_FOR_WORDS ? 26 : side.get() > 60 ? 16 : 12);
        setCursor(coverable.get() && shown != null ? Cursor.HAND : Cursor.DEFAULT);
        setFocusTraversable(stop && coverable.get() && shown != null);
        setAccessibleText(hidden ? name + ". " + lift.getText() : name);
        pseudoClassStateChanged(COVERED, hidden);
    }

    /// Whose or what face it is, for those who cannot see it.
    public void setName(String words) {
        name = words;
        show();
    }

    /// Whether the keys stop here on their way; not where there are hundreds.
    public void setStop(boolean on) {
        stop = on;
        show();
    }

    /// Shows this face.
    public void setFace(FaceImage face) {
        image.set(Faces.image(face));
    }

    /// Shows this picture, or the words for an empty place.
    public void setImage(Optional<Image> picture) {
        image.set(picture.orElse(null));
    }

    /// Whether there is a face, covered or not.
    public boolean shows() {
        return image.get() != null;
    }

    /// Said where there is no face.
    public void setEmptyText(String words) {
        empty.setText(words);
    }

    /// Said where there is no face.
    public String getEmptyText() {
        return empty.getText();
    }

    /// Said on the cover, where there is room.
    public void setLiftText(String words) {
        lift.setText(words);
    }

    /// Said on the cover.
    public String getLiftText() {
        return lift.getText();
    }

    /// Whether the cover is on.
    public BooleanProperty coveredProperty() {
        return covered;
    }

    /// Whether a person can lift the cover here.
    public BooleanProperty coverableProperty() {
        return coverable;
    }

    /// Width and height, pixels.
    public DoubleProperty sideProperty() {
        return side;
    }

    /// Width and height, pixels.
    public double getSide() {
        return side.get();
    }

    /// Width and height, pixels.
    public void setSide(double pixels) {
        side.set(pixels);
    }
}
