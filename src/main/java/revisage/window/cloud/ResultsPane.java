package revisage.window.cloud;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.cloud.Quote;
import revisage.study.SweepLine;
import revisage.study.SystemFigures;
import revisage.study.SystemReport;
import revisage.window.ChartPane;
import revisage.window.Choice;
import revisage.window.Words;
import revisage.window.Workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the services of a project have found, one system at a time: rates with intervals and
/// chance, Table II, what it cost, and how the rates move with the threshold.
final class ResultsPane extends VBox {

    private static final int MOST_MAGNETS = 5;
    private static final int MOST_ROWS = 12;
    private static final double HEAD = 40;
    private static final double ROW = 26;

    private final Words words;
    private final Choice<Asked> systems;
    private final Label bill = remark("bill");
    private final Label magnets = remark("magnets");
    private final TableView<Row> rates = new TableView<>();
    private final ChartPane chart = new ChartPane();

    /// A system of one run.
    ///
    /// @param name also tells the run, where there are more of that system
    private record Asked(String name, SystemReport report, SystemReport.SystemNote system) {

        List<SystemReport.Line> lines() {
            return report.lines().stream().filter(l -> l.system().equals(system.name())).toList();
        }
    }

    /// A line of the table.
    record Row(SystemReport.Line line, SystemReport.Cell cell) {

        Optional<SweepLine.Repeated> falseMatches() {
            return line.falseMatches().stream()
                    .filter(f -> f.k() == cell.k() && f.total() > 0)
                    .findFirst();
        }
    }

    ResultsPane(Workspace workspace) {
        super(12);
        this.words = workspace.words();
        var box = new ComboBox<Asked>();
        box.setId("system");
        box.setAccessibleText(words.of("cloud.column.system"));
        systems = new Choice<>(box, Asked::name, this::show);
        rates.setId("rates");
        rates.getStyleClass().add("dense");
        rates.setMinHeight(150);
        rates.setPlaceholder(new Label(words.of("cloud.rates.none")));
        rates.getColumns()
                .setAll(
                        List.of(
                                column("cloud.column.method", 182, r -> r.line().method()),
                                column("cloud.column.k", 34, r -> String.valueOf(r.cell().k())),
                                column("cloud.column.tpr", 112, r -> told(r.cell().tpr())),
                                column("cloud.column.fpr", 112, r -> told(r.cell().fpr())),
                                column("cloud.column.none", 112, r -> told(r.cell().noMatch())),
                                column("cloud.column.chance", 62, r -> chance(r.cell()))));
        rates.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> Optional.ofNullable(row).ifPresent(this::showMagnets));
        chart.install(workspace);
        chart.setPrefHeight(300);
        chart.setMinHeight(240);
        VBox.setVgrow(chart, Priority.ALWAYS);
        var numbers = new VBox(8, head("cloud.rates", Optional.of(box)), bill, rates, magnets);
        var curves = new VBox(8, head("cloud.thresholds", Optional.empty()), chart);
        numbers.getStyleClass().add("panel");
        curves.getStyleClass().add("panel");
        VBox.setVgrow(curves, Priority.ALWAYS);
        getChildren().setAll(numbers, curves);
    }

    private static Label remark(String id) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private HBox head(String key, Optional<ComboBox<Asked>> choice) {
        var title = new Label(words.of(key));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var head = new HBox(10, title, between);
        choice.ifPresent(head.getChildren()::add);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private TableColumn<Row, String> column(String key, double width, Function<Row, String> text) {
        var column = new TableColumn<Row, String>(words.of(key));
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    private static String told(SystemReport.Rate rate) {
        return "%s [%s, %s]"
                .formatted(
                        Words.share(rate.value()),
                        Words.share(rate.low()),
                        Words.share(rate.high()));
    }

    private static String chance(SystemReport.Cell cell) {
        return cell.chance() < 0.005 ? "< 0.01" : Words.share(cell.chance());
    }

    /// @param runs by their folders' names
    /// @param first the run that is shown to begin with
    void show(SortedMap<String, SystemReport> runs, SystemReport first) {
        var known = new TreeMap<>(runs);
        if (!known.containsValue(first)) {
            known.put("", first); // has just come back, and is still being read
        }
        var all = new ArrayList<Asked>();
        known.forEach(
                (run, report) ->
                        report.systems()
                                .forEach(s -> all.add(new Asked(name(run, known, s), report, s))));
        Optional<Asked> now = systems.value().filter(a -> a.report().equals(first));
        if (now.isEmpty()) {
            now = all.stream().filter(a -> a.report().equals(first)).findFirst();
        }
        systems.offer(all, now);
        now.ifPresent(this::show);
    }

    private static String name(
            String run, SortedMap<String, SystemReport> runs, SystemReport.SystemNote system) {
        long alike =
                runs.values().stream()
                        .flatMap(r -> r.systems().stream())
                        .filter(s -> s.name().equals(system.name()))
                        .count();
        return alike < 2 ? system.name() : system.name() + ", " + run;
    }

    private void show(Asked asked) {
        rates.getItems()
                .setAll(
                        asked.lines().stream()
                                .flatMap(l -> l.cells().stream().map(c -> new Row(l, c)))
                                .toList());
        bill.setText(bill(asked));
        rates.setPrefHeight(HEAD + ROW * Math.clamp(rates.getItems().size(), 3, MOST_ROWS));
        magnets.setText("");
        if (!rates.getItems().isEmpty()) {
            Row most =
                    Collections.max(
                            rates.getItems(),
                            Comparator.comparingInt(
                                    r -> r.falseMatches().map(f -> f.total()).orElse(0)));
            rates.getSelectionModel().select(most);
            showMagnets(most);
        }
        if (asked.lines().isEmpty()) {
            chart.clear(words.of("cloud.rates.none"));
        } else {
            chart.setFigure(new SystemFigures(asked.report()).overThreshold(asked.system()));
        }
    }

    private String bill(Asked asked) {
        String people =
                words.of(
                        "cloud.enrolled",
                        Words.count(asked.report().faces() - asked.system().notEnrolled()),
                        Words.count(asked.report().people()),
                        asked.system().threshold().map(Words::number).orElse("\u2013"));
        return asked.system()
                .cloud()
                .map(
                        c ->
                                words.of(
                                        "cloud.bill",
                                        c.model(),
                                        c.date(),
                                        Words.count(c.calls()),
                                        Words.count(c.cap()),
                                        Quote.amount(c.cost()),
                                        c.currency(),
                                        Math.round(c.seconds()),
                                        people))
                .orElseGet(() -> words.of("cloud.local", people));
    }

    private void showMagnets(Row row) {
        magnets.setText(
                row.falseMatches()
                        .map(f -> magnets(row, f))
                        .orElse(
                                words.of(
                                        "cloud.magnets.none",
                                        row.line().method(),
                                        row.cell().k())));
    }

    private String magnets(Row row, SweepLine.Repeated found) {
        return words.of(
                "cloud.magnets",
                row.line().method(),
                row.cell().k(),
                Words.count(found.total()),
                Words.share(found.repeatedShare()),
                Words.share(found.topShare()),
                Words.share(found.evenness()),
                found.magnets().stream()
                        .limit(MOST_MAGNETS)
                        .map(m -> m.person() + " (" + m.probes() + ")")
                        .collect(Collectors.joining(", ")));
    }
}
