package revisage.window.risk;

import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

import revisage.window.Words;
import revisage.window.risk.RiskReading.Field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What was attacked, by which method, against who looks: a colour and a number a pair. A field
/// that is pressed is looked at.
final class HeatMap extends GridPane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Words words;
    private final Consumer<Field> chosen;

    HeatMap(Words words, Consumer<Field> chosen) {
        this.words = words;
        this.chosen = chosen;
        getStyleClass().add("heat-map");
        setHgap(4);
        setVgap(4);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /// @param matcher looked at
    /// @param method looked at
    void show(List<Field> fields, Optional<String> matcher, Optional<String> method) {
        getChildren().clear();
        List<String> columns = fields.stream().map(Field::matcher).distinct().toList();
        List<String> rows = fields.stream().map(HeatMap::row).distinct().toList();
        for (int c = 0; c < columns.size(); c++) {
            var head = new Label(columns.get(c));
            head.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "heat-head");
            add(head, c + 1, 0);
            GridPane.setHalignment(head, HPos.CENTER);
        }
        for (int r = 0; r < rows.size(); r++) {
            var name = new Label(rows.get(r));
            name.getStyleClass().add("heat-name");
            add(name, 0, r + 1);
        }
        for (Field f : fields) {
            Button cell = cell(f);
            boolean here =
                    Optional.of(f.matcher()).equals(matcher)
                            && Optional.of(f.method()).equals(method);
            cell.pseudoClassStateChanged(CHOSEN, here);
            add(cell, columns.indexOf(f.matcher()) + 1, rows.indexOf(row(f)) + 1);
        }
    }

    private static String row(Field f) {
        return f.attacked().isEmpty() ? f.method() : f.attacked() + ": " + f.method();
    }

    private Button cell(Field f) {
        double t = f.cell().tpr();
        var cell = new Button(Words.share(t) + (f.sameModel() ? " *" : ""));
        cell.getStyleClass().add("heat-cell");
        cell.setMinSize(112, 34);
        cell.setMaxWidth(Double.MAX_VALUE);
        // From pale to deep blue: as dark in grey.
        cell.setStyle(
                String.format(
                        Locale.ROOT,
                        "-rv-heat: rgb(%d,%d,%d); -rv-heat-text: %s;",
                        Math.round(243 - t * 235),
                        Math.round(247 - t * 199),
                        Math.round(251 - t * 144),
                        t > 0.45 ? "white" : "#1f2328"));
        String tip =
                words.of(
                        f.sameModel() ? "risk.heat.same" : "risk.heat.tip",
                        row(f),
                        f.matcher(),
                        f.cell().k(),
                        Words.count(f.n()),
                        Math.round(t * f.probes()),
                        Words.count(f.probes()));
        cell.setTooltip(new Tooltip(tip));
        cell.setAccessibleText(tip);
        cell.setOnAction(_ -> chosen.accept(f));
        return cell;
    }
}
