package revisage.window.extractors;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Rectangle;

import revisage.extract.ModelCard;
import revisage.face.ArcFaceTemplate;
import revisage.face.Point;
import revisage.window.Words;

import java.util.Locale;

/// What part of an aligned face an extractor sees, and as what numbers: drawn on the alignment
/// template, so that no photograph is needed.
final class InputPreview extends HBox {

    private static final double SIDE = 84;
    private static final double SCALE = SIDE / 112;

    InputPreview(ModelCard card, Words words) {
        super(14);
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
        var seen =
                new Rectangle(
                        crop.x() * SCALE,
                        crop.y() * SCALE,
                        crop.width() * SCALE,
                        crop.height() * SCALE);
        seen.getStyleClass().add("template-crop");
        pane.getChildren().add(seen);
        return pane;
    }
}
