package revisage.window.extractors;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Rectangle;

import revisage.extract.ModelCard;
import revisage.face.ArcFaceTemplate;
import revisage.face.FaceImage;
import revisage.face.Point;
import revisage.window.Faces;
import revisage.window.Words;

import java.util.Locale;
import java.util.Optional;

/// What part of an aligned face an extractor sees, and as what numbers: shown on a synthetic face,
/// so that no photograph is needed, and on the alignment template until that is drawn.
final class InputPreview extends HBox {

    private static final double SIDE = 84;
    private static final double SCALE = SIDE / 112;

    private final ModelCard.Input input;
    private final Words words;

    /// @param face to show it on, once it is there
    InputPreview(ModelCard card, Words words, ReadOnlyObjectProperty<Optional<FaceImage>> face) {
        super(14);
        this.input = card.input();
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("input-preview");
        ModelCard.Input in = card.input();
        var text =
                new VBox(
                        3,
                        line(
                                words.of(
                                        "extractors.input.size",
                                        in.width(),
                                        in.height(),
                                        in.channels())),
                        muted(
                                words.of(
                                        "extractors.input.numbers",
                                        number(in.mean().getFirst()),
                                        number(in.scale().getFirst()),
                                        number(at(in, 0)),
                                        number(at(in, 255)))),
                        muted(
                                in.crop().equals(ModelCard.Crop.WHOLE)
                                        ? words.of("extractors.input.whole")
                                        : words.of(
                                                "extractors.input.crop",
                                                in.crop().x(),
                                                in.crop().x() + in.crop().width() - 1,
                                                in.crop().y(),
                                                in.crop().y() + in.crop().height() - 1)));
        getChildren().addAll(template(in.crop()), text);
        face.get().ifPresentOrElse(this::show, () -> showWhenThere(face));
    }

    private void showWhenThere(ReadOnlyObjectProperty<Optional<FaceImage>> face) {
        face.addListener(
                new ChangeListener<>() {
                    @Override
                    public void changed(
                            ObservableValue<? extends Optional<FaceImage>> source,
                            Optional<FaceImage> before,
                            Optional<FaceImage> now) {
                        source.removeListener(this); // it comes once
                        now.ifPresent(InputPreview.this::show);
                    }
                });
    }

    private void show(FaceImage face) {
        Image aligned = Faces.image(face);
        var framed = new Pane(picture(aligned, SIDE), frame(input.crop()));
        framed.setMinSize(SIDE, SIDE);
        framed.setMaxSize(SIDE, SIDE);
        Image seen = seen(aligned);
        double width = SIDE * input.width() / input.height();
        getChildren()
                .set(
                        0,
                        new HBox(
                                8,
                                captioned(framed, words.of("extractors.input.aligned")),
                                captioned(
                                        picture(seen, width),
                                        words.of("extractors.input.arrives"))));
    }

    private static ImageView picture(Image image, double width) {
        var view = new ImageView(image);
        view.setFitWidth(width);
        view.setFitHeight(SIDE);
        return view;
    }

    private static VBox captioned(Node picture, String words) {
        var box = new VBox(3, picture, muted(words));
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    /// The crop, its first channel shown as red: faces that want BGR turn blue.
    private Image seen(Image aligned) {
        ModelCard.Crop crop = input.crop();
        var out = new WritableImage(crop.width(), crop.height());
        for (int y = 0; y < crop.height(); y++) {
            for (int x = 0; x < crop.width(); x++) {
                int rgb = aligned.getPixelReader().getArgb(crop.x() + x, crop.y() + y);
                out.getPixelWriter().setArgb(x, y, arriving(rgb));
            }
        }
        return out;
    }

    private int arriving(int argb) {
        return switch (input.channels()) {
            case RGB -> argb;
            case BGR -> (argb & 0xFF00FF00) | ((argb & 0xFF) << 16) | ((argb >> 16) & 0xFF);
        };
    }

    private static Rectangle frame(ModelCard.Crop crop) {
        var seen =
                new Rectangle(
                        crop.x() * SCALE,
                        crop.y() * SCALE,
                        crop.width() * SCALE,
                        crop.height() * SCALE);
        seen.getStyleClass().add("template-crop");
        return seen;
    }

    private static double at(ModelCard.Input in, double grey) {
        return (grey - in.mean().getFirst()) / in.scale().getFirst();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value).replaceFirst("\\.?0+$", "");
    }

    private static Label line(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label muted(String text) {
        var label = line(text);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Pane template(ModelCard.Crop crop) {
        var pane = new Pane();
        pane.getStyleClass().add("template");
        pane.setMinSize(SIDE, SIDE);
        pane.setPrefSize(SIDE, SIDE);
        pane.setMaxSize(SIDE, SIDE);
        var head = new Ellipse(SIDE / 2, SIDE * 0.56, SIDE * 0.36, SIDE * 0.5);
        head.getStyleClass().add("template-head");
        head.setClip(new Rectangle(SIDE, SIDE));
        pane.getChildren().add(head);
        for (Point p : ArcFaceTemplate.POINTS.toList()) {
            var dot = new Circle(p.x() * SCALE, p.y() * SCALE, 2.6);
            dot.getStyleClass().add("template-point");
            pane.getChildren().add(dot);
        }
        pane.getChildren().add(frame(crop));
        return pane;
    }
}
