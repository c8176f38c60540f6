package revisage.window.cloud;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.cloud.Call;
import revisage.cloud.Quote;
import revisage.cloud.Terms;
import revisage.window.ScreenView;
import revisage.window.Words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The calls of a quote, kind by kind, with their prices: to be read, and to be changed where the
/// provider's page says otherwise.
final class PricesPane extends VBox {

    private final Words words;
    private final GridPane table = new GridPane();
    private final Map<Call, TextField> fields = new EnumMap<>(Call.class);
    private final TextField storage = new TextField();
    private final Button change = new Button();
    private final Button quoteAgain = new Button();
    private final Button usual = new Button();
    private final Label wrong = new Label();
    private Optional<Quote> shown = Optional.empty();

    PricesPane(CloudModel model, Words words) {
        super(8);
        this.words = words;
        table.setHgap(18);
        table.setVgap(3);
        change.setId("changePrices");
        change.setText(words.of("cloud.prices.change"));
        change.setOnAction(_ -> fill(true));
        quoteAgain.setId("quoteAgain");
        quoteAgain.setText(words.of("cloud.prices.again"));
        quoteAgain.setOnAction(_ -> typed().ifPresent(t -> model.price(Optional.of(t))));
        usual.setId("usualPrices");
        usual.setText(words.of("cloud.prices.usual"));
        usual.setOnAction(_ -> model.price(Optional.empty()));
        wrong.getStyleClass().add("remark");
        wrong.setText(words.of("cloud.prices.wrong"));
        var buttons = new HBox(8, change, quoteAgain, usual, wrong);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (Button button : new Button[] {change, quoteAgain, usual}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().setAll(table, buttons);
    }

    /// @param changed whether these are not the program's prices
    void show(Quote quote, boolean changed) {
        shown = Optional.of(quote);
        fill(false);
        ScreenView.show(usual, changed);
    }

    private void fill(boolean open) {
        table.getChildren().clear();
        fields.clear();
        shown.ifPresent(quote -> fill(quote, open));
        ScreenView.show(change, !open);
        ScreenView.show(quoteAgain, open);
        check();
    }

    private void fill(Quote quote, boolean open) {
        Terms terms = quote.terms();
        row(
                0,
                head("cloud.prices.request"),
                head("cloud.prices.calls"),
                head("cloud.prices.each"),
                head("cloud.prices.together"));
        int at = 1;
        for (Call call : Call.values()) {
            long calls = quote.needed().getOrDefault(call, 0L);
            BigDecimal each = terms.price(call);
            if (open || calls > 0) {
                row(
                        at++,
                        new Label(call.title()),
                        new Label(Words.count(calls)),
                        open ? opened(call, each) : new Label(each.toPlainString()),
                        sum(each, calls));
            }
        }
        row(
                at++,
                new Label(words.of("cloud.prices.spare")),
                new Label(Words.count(quote.spare())),
                new Label(terms.dearest().toPlainString()),
                sum(terms.dearest(), quote.spare()));
        storage.setText(terms.storagePerFaceMonth().toPlainString());
        String storing = words.of("cloud.prices.storage");
        int faces = quote.plan().enrol().size();
        row(
                at,
                new Label(storing),
                new Label(Words.count(faces)),
                open
                        ? field(storage, storing)
                        : new Label(terms.storagePerFaceMonth().toPlainString()),
                sum(terms.storagePerFaceMonth(), faces));
    }

    private void row(int at, Node... cells) {
        table.addRow(at, cells);
        for (int i = 1; i < cells.length; i++) {
            GridPane.setHalignment(cells[i], HPos.RIGHT);
        }
    }

    private Label head(String key) {
        var label = new Label(words.of(key));
        label.getStyleClass().add("text-muted");
        return label;
    }

    private static Label sum(BigDecimal each, long calls) {
        BigDecimal sum = each.multiply(BigDecimal.valueOf(calls)).stripTrailingZeros();
        return new Label(sum.signum() == 0 ? "0" : sum.toPlainString());
    }

    private TextField opened(Call call, BigDecimal price) {
        TextField field = field(new TextField(price.toPlainString()), call.title());
        fields.put(call, field);
        return field;
    }

    private TextField field(TextField field, String what) {
        field.setPrefColumnCount(7);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setAccessibleText(words.of("cloud.prices.of", what));
        field.textProperty().subscribe(_ -> check());
        return field;
    }

    private void check() {
        boolean fine = typed().isPresent();
        quoteAgain.setDisable(!fine);
        ScreenView.show(wrong, !fine);
    }

    /// What was typed, if all of it is a price.
    private Optional<Terms> typed() {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Terms before = shown.get().terms();
        var calls = new EnumMap<Call, BigDecimal>(before.perCall());
        for (Map.Entry<Call, TextField> field : fields.entrySet()) {
            Optional<BigDecimal> price = price(field.getValue());
            if (price.isEmpty()) {
                return Optional.empty();
            }
            calls.put(field.getKey(), price.get());
        }
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        return price(storage)
                .map(s -> before.priced(calls, s, today, words.of("cloud.prices.typed")));
    }

    private static Optional<BigDecimal> price(TextField field) {
        try {
            var price = new BigDecimal(field.getText().strip());
            return price.signum() < 0 || price.scale() > 12 || price.precision() > 24
                    ? Optional.empty()
                    : Optional.of(price);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
