package revisage.window.risk;

import atlantafx.base.theme.Styles;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

import revisage.study.SweepReport;
import revisage.window.Words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// What was attacked, by which method, against who looks: a colour and a number a pair.
final class HeatMap extends GridPane {

    HeatMap() {
        getStyleClass().add("heat-map");
        setHgap(3);
        setVgap(3);
    }

    void show(SweepReport report, Words words) {
        getChildren().clear();
        var methods = new LinkedHashSet<String>();
        var matchers = new LinkedHashSet<String>();
        report.matrix()
                .forEach(
                        c -> {
                            methods.add(c.method());
                            matchers.add(c.matcher());
                        });
        List<String> columns = new ArrayList<>(matchers);
        List<String> rows = new ArrayList<>(methods);
        for (int c = 0; c < columns.size(); c++) {
            var head = new Label(columns.get(c));
            head.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            head.setMaxWidth(130);
            add(head, c + 1, 0);
            GridPane.setHalignment(head, HPos.CENTER);
        }
        for (int r = 0; r < rows.size(); r++) {
            var name = new Label(rows.get(r));
            name.setMaxWidth(260);
            name.setMinWidth(120);
            add(name, 0, r + 1);
            for (int c = 0; c < columns.size(); c++) {
                int row = r;
                int column = c;
                report.matrix().stream()
                        .filter(
                                m ->
                                        m.method().equals(rows.get(row))
                                                && m.matcher().equals(columns.get(column)))
                        .findFirst()
                        .ifPresent(m -> add(cell(m, words), column + 1, row + 1));
            }
        }
    }

    private static Label cell(SweepReport.MatrixCell m, Words words) {
        var cell = new Label(Words.share(m.tpr()) + (m.sameModel() ? " *" : ""));
        cell.getStyleClass().add("heat-cell");
        cell.setMinSize(112, 34);
        cell.setMaxWidth(Double.MAX_VALUE);
        // From pale to deep blue: as dark in grey.
        double t = m.tpr();
        cell.setStyle(
                String.format(
                        Locale.ROOT,
                        "-fx-background-color: rgb(%d,%d,%d); -fx-text-fill: %s;",
                        Math.round(243 - t * 235),
                        Math.round(247 - t * 199),
                        Math.round(251 - t * 144),
                        t > 0.45 ? "white" : "#1f2328"));
        Tooltip.install(
                cell,
                new Tooltip(
                        words.of(
                                m.sameModel() ? "risk.heat.same" : "risk.heat.tip",
                                m.method(),
                                m.matcher(),
                                m.k(),
                                Words.count(m.n()),
                                Words.share(m.tpr()))));
        return cell;
    }
}
