package revisage.window.extractors;

import atlantafx.base.theme.Styles;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import revisage.window.Chooser;
import revisage.window.Command;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Joins `extractors.fxml` to [ExtractorsModel].
public final class ExtractorsController implements Screen {

    private final ExtractorsModel model;
    private final Workspace workspace;
    private final Chooser chooser;
    private final Consumer<Node> dialogs;
    private final Runnable closing;
    private final Consumer<Path> models;
    private final ScreenView view;

    @FXML private FlowPane cards;
    @FXML private VBox nothing;
    @FXML private Button add;
    @FXML private Button first;

    /// @param dialogs shows a card over the window
    /// @param closing takes it away
    /// @param models takes a model that was chosen, of whatever kind it is
    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public ExtractorsController(
            ExtractorsModel model,
            Workspace workspace,
            Chooser chooser,
            Consumer<Node> dialogs,
            Runnable closing,
            Consumer<Path> models) {
        this.model = model;
        this.workspace = workspace;
        this.chooser = chooser;
        this.dialogs = dialogs;
        this.closing = closing;
        this.models = models;
        model.onCardless(this::probe);
        this.view = new ScreenView(this, "extractors", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @Override
    public void shown() {
        model.drawSample();
    }

    @FXML
    void initialize() {
        add.getStyleClass().add(Styles.ACCENT);
        first.getStyleClass().add(Styles.ACCENT);
        model.entries().addListener((ListChangeListener<ExtractorsModel.Entry>) _ -> show());
        show();
    }

    private void show() {
        Words words = workspace.words();
        cards.getChildren()
                .setAll(
                        model.entries().stream()
                                .map(e -> new ExtractorCard(e, model, words, () -> probe(e)))
                                .toList());
        boolean none = model.entries().isEmpty();
        ScreenView.show(nothing, none);
        add.setVisible(!none);
    }

    @FXML
    void add() {
        chooser.file(workspace.words().of("extractors.choose"), List.of("onnx")).ifPresent(models);
    }

    private void probe(ExtractorsModel.Entry entry) {
        dialogs.accept(new ProbeCard(entry, model, workspace.words(), chooser, closing));
    }

    @Override
    public List<Command> commands() {
        Words words = workspace.words();
        return List.of(Command.of(words.of("extractors.add"), this::add));
    }
}
