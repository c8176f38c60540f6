package revisage.window.cloud;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.cloud.CloudPlan;
import revisage.cloud.Quote;
import revisage.cloud.ServiceCard;
import revisage.cloud.Terms;
import revisage.face.FaceImage;
import revisage.study.CloudStudy;
import revisage.window.FaceView;
import revisage.window.Icons;
import revisage.window.Notes;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;

import java.util.Optional;
import java.util.stream.Stream;

/// What would be sent, to whom, what it costs and what stays there; and the consent, which is typed
/// for large runs.
final class QuotePane extends VBox {

    private static final double FACE = 52;

    private final CloudModel model;
    private final Workspace workspace;
    private final Words words;
    private final VBox note = new VBox();
    private final GridPane facts = new GridPane();
    private final FlowPane enrolled = new FlowPane(6, 6);
    private final FlowPane lookedFor = new FlowPane(6, 6);
    private final PricesPane prices;
    private final Label ask = new Label();
    private final TextField typed = new TextField();
    private final Button send = new Button();
    private final ScrollPane scroll = new ScrollPane();

    QuotePane(CloudModel model, Workspace workspace) {
        super(12);
        this.model = model;
        this.workspace = workspace;
        this.words = workspace.words();
        this.prices = new PricesPane(model, words);
        getStyleClass().add("panel");
        enrolled.setPrefWrapLength(CloudStudy.SAMPLES * (FACE + 6));
        lookedFor.setPrefWrapLength(CloudStudy.SAMPLES * (FACE + 6));
        facts.setHgap(14);
        facts.setVgap(7);
        var names = new ColumnConstraints();
        names.setMinWidth(112);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().setAll(names, values);
        ask.setWrapText(true);
        ask.setMinHeight(Region.USE_PREF_SIZE);
        typed.setId("typed");
        typed.setPrefColumnCount(36);
        typed.setAccessibleText(words.of("cloud.typed"));
        typed.textProperty().subscribe(_ -> mayBeSent());
        send.setId("send");
        send.setGraphic(Icons.of("fth-send"));
        send.getStyleClass().add(Styles.ACCENT);
        send.setOnAction(_ -> model.send(typed.getText()));
        send.setMinWidth(Region.USE_PREF_SIZE);
        var back = new Button(words.of("cloud.back"));
        back.setId("withdraw");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.withdraw());
        HBox.setHgrow(typed, Priority.ALWAYS);
        var consent = new HBox(10, typed, send, back);
        consent.setAlignment(Pos.CENTER_LEFT);
        var title = new Label(words.of("cloud.quote"));
        title.getStyleClass().add("panel-title");
        var body = new VBox(12, note, facts);
        body.getStyleClass().add("quote-body");
        scroll.setContent(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        // The consent stays in sight, whatever the length of what is consented to.
        getChildren().setAll(title, scroll, new Separator(), ask, consent);
        model.offerProperty().subscribe(o -> o.ifPresent(this::show));
        workspace
                .coveredProperty()
                .subscribe(
                        covered ->
                                Stream.of(enrolled, lookedFor)
                                        .flatMap(f -> f.getChildren().stream())
                                        .map(FaceView.class::cast)
                                        .forEach(f -> f.coveredProperty().set(covered)));
    }

    private void show(Offer offer) {
        Quote quote = offer.quote();
        CloudPlan plan = quote.plan();
        ServiceCard card = plan.card();
        Notes.put(
                note,
                card.simulator()
                        ? Optional.of(Notes.of(Notes.Kind.INFO, words.of("cloud.simulator")))
                        : Optional.of(Notes.of(Notes.Kind.WARNING, words.of("cloud.leaves"))));
        facts.getChildren().clear();
        facts.getRowConstraints().clear();
        showFaces(offer);
        where(card);
        what(plan);
        stays(quote);
        money(quote);
        boolean mustBeTyped = !card.simulator() && quote.mustBeTyped();
        ScreenView.show(typed, mustBeTyped);
        typed.clear();
        scroll.setVvalue(0); // another quote is read from its beginning
        ask.setText(
                mustBeTyped
                        ? words.of("cloud.type", quote.phrase())
                        : words.of("cloud.press", quote.digest()));
        send.setText(words.of("cloud.send", Words.count(plan.pictures())));
        mayBeSent();
    }

    private void where(ServiceCard card) {
        row("cloud.fact.service", card.label() + ", " + card.model());
        row("cloud.fact.account", card.account());
        row("cloud.fact.region", card.region());
        row("cloud.fact.host", card.endpoint().text());
    }

    private void what(CloudPlan plan) {
        row(
                "cloud.fact.sent",
                words.of(
                        "cloud.sent",
                        Words.count(plan.enrol().size()),
                        Words.count(plan.people()),
                        Words.count(plan.ask().size())));
        row("cloud.fact.some.enrol", enrolled);
        row("cloud.fact.some.ask", lookedFor);
        row(
                "cloud.fact.whose",
                plan.whose().isBlank() ? words.of("cloud.whose.none") : plan.whose());
    }

    private void stays(Quote quote) {
        Terms terms = quote.terms();
        row("cloud.fact.keeps", terms.keeps());
        row(
                "cloud.fact.optout",
                terms.optOut()
                        + " "
                        + words.of(quote.plan().optedOut() ? "cloud.optout.yes" : "cloud.optout.no")
                        + "\n"
                        + terms.optOutLink());
        row("cloud.fact.duties", terms.duties());
        row("cloud.fact.deleted", words.of("cloud.deleted", quote.plan().gallery()));
    }

    private void money(Quote quote) {
        Terms terms = quote.terms();
        row(
                "cloud.fact.calls",
                words.of(
                        "cloud.atmost",
                        Words.count(quote.cap()),
                        Words.count(quote.spare()),
                        Words.number(quote.plan().perSecond()),
                        minutes(quote)));
        row(
                "cloud.fact.cost",
                words.of(
                        "cloud.highest",
                        Quote.amount(quote.expectedCost()),
                        Quote.amount(quote.highestCost()),
                        terms.currency()));
        row(
                "cloud.fact.prices",
                (words.of("cloud.prices", terms.date(), terms.source()) + " " + terms.remark())
                        .strip());
        prices.show(quote, model.pricesAreChanged());
        row("cloud.fact.each", prices);
    }

    private String minutes(Quote quote) {
        long seconds = Math.max(1, quote.duration().toSeconds());
        return seconds < 120
                ? words.of("cloud.seconds", seconds)
                : words.of("cloud.minutes", Words.count(Math.round(seconds / 60.0)));
    }

    private void row(String key, String value) {
        var text = new Label(value);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        row(key, text);
    }

    private void row(String key, Region value) {
        var name = new Label(words.of(key));
        name.getStyleClass().add("text-muted");
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        facts.addRow(facts.getRowCount(), name, value);
    }

    private void showFaces(Offer offer) {
        enrolled.getChildren().clear();
        lookedFor.getChildren().clear();
        for (FaceImage face : offer.samples()) {
            var one = new FaceView();
            one.setSide(FACE);
            one.setFace(face);
            one.coveredProperty().set(workspace.coveredProperty().get());
            boolean first = enrolled.getChildren().size() < offer.enrolled();
            (first ? enrolled : lookedFor).getChildren().add(one);
        }
    }

    private void mayBeSent() {
        send.setDisable(!model.confirmedBy(typed.getText()));
    }
}
