package revisage.window.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.window.Icons;
import revisage.window.Words;

import java.util.List;
import java.util.function.Consumer;

/// The walk-through: a card over the real window, a stop a step.
final class Tour extends VBox {

    /// @param screen shown behind the card
    /// @param title of the stop
    /// @param text what is seen there
    record Stop(String screen, String title, String text) {}

    private final Words words;
    private final List<Stop> stops;
    private final Consumer<String> go;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label count = new Label();
    private final Button back = new Button();
    private final Button next = new Button();
    private final Runnable end;
    private int at;

    Tour(Words words, Consumer<String> go, Runnable end) {
        this.words = words;
        this.go = go;
        this.end = end;
        this.stops =
                List.of(
                        new Stop("leak", words.of("rail.leak"), words.of("tour.leak")),
                        new Stop(
                                "extractors",
                                words.of("rail.extractors"),
                                words.of("tour.extractors")),
                        new Stop("gallery", words.of("rail.gallery"), words.of("tour.gallery")),
                        new Stop(
                                "reconstruct",
                                words.of("rail.reconstruct"),
                                words.of("tour.reconstruct")),
                        new Stop("matches", words.of("rail.matches"), words.of("tour.matches")),
                        new Stop("risk", words.of("rail.risk"), words.of("tour.risk")),
                        new Stop("cloud", words.of("rail.cloud"), words.of("tour.cloud")),
                        new Stop("lineup", words.of("rail.lineup"), words.of("tour.lineup")),
                        new Stop("export", words.of("rail.export"), words.of("tour.export")));
        getStyleClass().addAll("over-card", "tour");
        setId("tour");
        setSpacing(10);
        title.getStyleClass().add("panel-title");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        count.getStyleClass().add(Styles.TEXT_MUTED);
        back.setText(words.of("tour.back"));
        back.setOnAction(_ -> show(at - 1));
        next.getStyleClass().add(Styles.ACCENT);
        next.setDefaultButton(true);
        next.setOnAction(_ -> forward());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new Region();
        HBox.setHgrow(head, Priority.ALWAYS);
        var top = new HBox(8, title, head, Icons.button("fth-x", words.of("tour.end"), end));
        top.setAlignment(Pos.CENTER_LEFT);
        var buttons = new HBox(8, count, gap, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, text, buttons);
        show(0);
    }

    @Override
    public void requestFocus() {
        next.requestFocus();
    }

    private void forward() {
        if (at == stops.size() - 1) {
            end.run();
        } else {
            show(at + 1);
        }
    }

    private void show(int stop) {
        at = stop;
        Stop now = stops.get(stop);
        go.accept(now.screen());
        title.setText(now.title());
        text.setText(now.text());
        count.setText((stop + 1) + " / " + stops.size());
        back.setDisable(stop == 0);
        next.setText(words.of(stop == stops.size() - 1 ? "tour.finish" : "tour.next"));
    }
}
