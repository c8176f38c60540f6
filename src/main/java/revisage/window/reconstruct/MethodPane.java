package revisage.window.reconstruct;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.inquiry.RunNames;
import revisage.project.ProjectFile;
import revisage.reconstruct.GeneratorCard;
import revisage.window.Chooser;
import revisage.window.Icons;
import revisage.window.Notes;
import revisage.window.Words;
import revisage.window.Workspace;

import java.util.List;
import java.util.Optional;

/// The methods, each with its meaning below it while it is chosen: searches first, then the
/// networks that were trained for the attacked extractor.
final class MethodPane extends VBox {

    private static final String USUAL = "full-vector";

    private final Networks networks;
    private final Chooser chooser;
    private final Words words;
    private final ToggleGroup methods = new ToggleGroup();
    private final VBox shipped = new VBox(6);
    private final Label ownName = new Label();
    private final Label ownWhy = remark("");
    private final VBox refused = new VBox();
    private final Runnable changed;

    /// What a button stands for.
    ///
    /// @param network empty for a search, and for the user's own network
    private record Method(String search, Optional<Networks.Offer> network) {}

    MethodPane(Workspace workspace, Networks networks, Chooser chooser, Runnable changed) {
        super(6);
        this.words = workspace.words();
        this.networks = networks;
        this.chooser = chooser;
        this.changed = changed;
        getChildren()
                .addAll(
                        SettingsPane.heading(words.of("settings.method")),
                        search("linear", "search.linear.why"),
                        search(USUAL, "search.full.why"),
                        search("score", "search.score.why"),
                        search("reference", "search.reference.why"),
                        shipped,
                        own());
        choose(USUAL);
        methods.selectedToggleProperty().subscribe(_ -> changed.run());
        networks.fittingProperty().subscribe(this::offer);
        networks.ownProperty().subscribe(this::showOwn);
        networks.refusedProperty()
                .subscribe(
                        p -> {
                            Notes.put(refused, p.map(e -> Notes.narrow(e, words)));
                            chooseOwn(p.isPresent());
                        });
    }

    private static Label remark(String text) {
        Label label = SettingsPane.remark(text);
        label.getStyleClass().add("indented");
        return label;
    }

    private VBox search(String search, String why) {
        return method(
                search,
                RunNames.search(search),
                new Method(search, Optional.empty()),
                remark(words.of(why)));
    }

    /// @param meaning shown while it is chosen
    private VBox method(String id, String name, Method method, Region meaning) {
        var button = new RadioButton(name);
        button.setToggleGroup(methods);
        button.setUserData(method);
        button.setId("method-" + id);
        meaning.visibleProperty().bind(button.selectedProperty());
        meaning.managedProperty().bind(button.selectedProperty());
        return new VBox(2, button, meaning);
    }

    private VBox own() {
        ownName.setId("network-file");
        ownName.setMinWidth(0);
        HBox.setHgrow(ownName, Priority.ALWAYS);
        ownName.setMaxWidth(Double.MAX_VALUE);
        var choose = Icons.button("fth-folder", words.of("network.choose"), this::chooseFile);
        choose.setId("choose-network");
        var row = new HBox(6, ownName, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("indented");
        showOwn(Optional.empty());
        return method(
                ProjectFile.NETWORK,
                words.of("network.own"),
                new Method(ProjectFile.NETWORK, Optional.empty()),
                new VBox(4, ownWhy, row, refused));
    }

    private void chooseFile() {
        chooser.file(words.of("network.choose"), List.of("onnx")).ifPresent(networks::choose);
    }

    private void showOwn(Optional<Networks.Offer> offer) {
        ownName.setText(offer.map(o -> o.card().name()).orElse(words.of("settings.none")));
        ownWhy.setText(
                offer.map(o -> meaning(o.card())).orElseGet(() -> words.of("network.own.why")));
        chooseOwn(offer.isPresent());
        changed.run();
    }

    /// A network that came from outside of this pane is what one wants.
    private void chooseOwn(boolean on) {
        if (on) {
            choose(ProjectFile.NETWORK);
        }
    }

    private String meaning(GeneratorCard card) {
        return words.of("network.why", card.origin())
                + card.training().map(t -> words.of("network.trained", t.data())).orElse("");
    }

    private void offer(List<Networks.Offer> offers) {
        boolean network = chosen().network().isPresent();
        shipped.getChildren()
                .setAll(
                        offers.stream()
                                .map(
                                        o ->
                                                method(
                                                        o.card().method(),
                                                        RunNames.network(o.card().methodName()),
                                                        new Method(
                                                                ProjectFile.NETWORK,
                                                                Optional.of(o)),
                                                        remark(meaning(o.card()))))
                                .toList());
        methods.getToggles()
                .removeIf(
                        t ->
                                t.getUserData() instanceof Method(_, var n)
                                        && n.isPresent()
                                        && !offers.contains(n.get()));
        if (network) {
            choose(USUAL); // its extractor is not the attacked one any more
        }
        shipped.setVisible(!offers.isEmpty());
        shipped.setManaged(!offers.isEmpty());
    }

    private void choose(String search) {
        methods.getToggles().stream()
                .filter(t -> t.getUserData().equals(new Method(search, Optional.empty())))
                .findFirst()
                .ifPresent(methods::selectToggle);
    }

    private Method chosen() {
        var toggle = methods.getSelectedToggle();
        return toggle != null && toggle.getUserData() instanceof Method method
                ? method
                : new Method(USUAL, Optional.empty());
    }

    /// The search, or the word for a network.
    String search() {
        return chosen().search();
    }

    /// The network, where one was chosen.
    Optional<Networks.Offer> network() {
        Method method = chosen();
        return method.search().equals(ProjectFile.NETWORK)
                ? method.network().or(() -> networks.ownProperty().get())
                : Optional.empty();
    }

    /// What is still to be chosen, as a sentence.
    Optional<String> missing() {
        return search().equals(ProjectFile.NETWORK) && network().isEmpty()
                ? Optional.of(words.of("network.missing"))
                : Optional.empty();
    }
}
