package revisage.window.lineup;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import revisage.lineup.analysis.LineupReport.MethodReport;
import revisage.lineup.analysis.LineupReport.Together;
import revisage.measure.CrossedClusters.Estimate;
import revisage.window.Words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A row a method: what people reached with its reconstructions.
final class MethodTable {

    private MethodTable() {}

    static List<TableColumn<MethodReport, String>> columns(Words words) {
        return List.of(
                column(words.of("lineup.column.method"), 96, MethodReport::label),
                number(words.of("lineup.column.found"), 122, m -> share(m.found())),
                number(
                        words.of("lineup.column.chance"),
                        60,
                        m -> m.chance().map(Words::share).orElse("")),
                number(words.of("lineup.column.wrong"), 122, m -> share(m.falsePicks())),
                number(words.of("lineup.column.confident"), 80, m -> plain(m.confident())),
                number(
                        words.of("lineup.column.together"),
                        136,
                        m -> m.together().map(MethodTable::together).orElse("")));
    }

    private static String together(Together product) {
        return Words.share(product.product())
                + product.interval().map(i -> range(i.low(), i.high())).orElse("");
    }

    private static TableColumn<MethodReport, String> column(
            String name, double width, Function<MethodReport, String> text) {
        var column = new TableColumn<MethodReport, String>(name);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private static TableColumn<MethodReport, String> number(
            String name, double width, Function<MethodReport, String> text) {
        TableColumn<MethodReport, String> column = column(name, width, text);
        column.getStyleClass().add("number");
        return column;
    }

    private static String plain(Optional<Estimate> estimate) {
        return estimate.map(e -> Words.share(e.value())).orElse("");
    }

    private static String share(Optional<Estimate> estimate) {
        return estimate.map(
                        e ->
                                Words.share(e.value())
                                        + e.both().map(i -> range(i.low(), i.high())).orElse(""))
                .orElse("");
    }

    private static String range(double low, double high) {
        return String.format(Locale.ROOT, " [%.2f, %.2f]", low, high);
    }

    /// A table of such rows cannot be empty of columns.
    static void install(TableView<MethodReport> table, Words words) {
        table.getColumns().setAll(columns(words));
    }
}
