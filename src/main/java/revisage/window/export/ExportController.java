package revisage.window.export;

import atlantafx.base.theme.Styles;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import revisage.chart.Figure;
import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.window.Chooser;
import revisage.window.Command;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Joins `export.fxml` to [ExportModel].
public final class ExportController implements Screen {

    private static final double DOTS_PER_INCH = 96; // of a window's pixel, as everywhere

    private final ExportModel model;
    private final Workspace workspace;
    private final Chooser chooser;
    private final Latest previews;
    private final ImageView preview = new ImageView();
    private final ScreenView view;

    @FXML private Node full;
    @FXML private VBox nothing;
    @FXML private ListView<String> figures;
    @FXML private VBox paper;
    @FXML private Label size;
    @FXML private RadioButton column;
    @FXML private RadioButton page;
    @FXML private RadioButton slide;
    @FXML private CheckBox svg;
    @FXML private CheckBox pdf;
    @FXML private CheckBox png;
    @FXML private CheckBox csv;
    @FXML private TextArea caption;
    @FXML private Button export;

    @SuppressWarnings("NullAway.Init") // FXMLLoader fills the fields before initialize()
    public ExportController(ExportModel model, Workspace workspace, Chooser chooser) {
        this.model = model;
        this.workspace = workspace;
        this.chooser = chooser;
        this.previews = new Latest(workspace.jobs());
        this.view = new ScreenView(this, "export", model.stepProperty(), workspace);
    }

    @Override
    public ScreenView view() {
        return view;
    }

    @Override
    public void shown() {
        model.load();
        model.refresh();
    }

    @FXML
    void initialize() {
        export.getStyleClass().add(Styles.ACCENT);
        paper.getChildren().add(preview);
        preview.setPreserveRatio(true);
        preview.setSmooth(true);
        var sizes = new ToggleGroup();
        List.of(column, page, slide).forEach(b -> b.setToggleGroup(sizes));
        sizes.selectToggle(page);
        sizes.selectedToggleProperty().subscribe(_ -> show());
        figures.setCellFactory(
                _ ->
                        new ListCell<>() {
                            {
                                setPrefWidth(0); // long names are cut, not scrolled
                            }

                            @Override
                            protected void updateItem(@Nullable String name, boolean empty) {
                                super.updateItem(name, empty);
                                setText(empty || name == null ? null : model.title(name));
                            }
                        });
        figures.getSelectionModel().selectedItemProperty().subscribe(_ -> show());
        List.of(svg, pdf, png, csv).forEach(b -> b.selectedProperty().subscribe(_ -> formats()));
        paper.widthProperty().subscribe(_ -> fit());
        model.figuresProperty().subscribe(this::list);
    }

    private void list(Map<String, Figure> all) {
        boolean on = !all.isEmpty();
        ScreenView.show(full, on);
        ScreenView.show(nothing, !on);
        String before = figures.getSelectionModel().getSelectedItem();
        figures.setItems(FXCollections.observableArrayList(all.keySet()));
        if (before != null && all.containsKey(before)) {
            figures.getSelectionModel().select(before);
        } else {
            figures.getSelectionModel().selectFirst();
        }
        show();
    }

    private Width width() {
        return column.isSelected() ? Width.COLUMN : slide.isSelected() ? Width.SLIDE : Width.FULL;
    }

    private Set<FigureFormat> chosen() {
        var formats = EnumSet.noneOf(FigureFormat.class);
        if (svg.isSelected()) {
            formats.add(FigureFormat.SVG);
        }
        if (pdf.isSelected()) {
            formats.add(FigureFormat.PDF);
        }
        if (png.isSelected()) {
            formats.add(FigureFormat.PNG);
        }
        if (csv.isSelected()) {
            formats.add(FigureFormat.CSV);
        }
        return formats;
    }

    private void formats() {
        export.setDisable(chosen().isEmpty());
    }

    private void show() {
        String name = figures.getSelectionModel().getSelectedItem();
        Optional<Figure> figure =
                name == null
                        ? Optional.empty()
                        : Optional.ofNullable(model.figuresProperty().get().get(name));
        if (figure.isEmpty() || name == null) {
            preview.setImage(null);
            caption.setText("");
            return;
        }
        caption.setText(model.caption(name));
        Width width = width();
        previews.ask(
                _ -> new Image(new ByteArrayInputStream(FigureFormat.PNG.of(figure.get(), width))),
                (Outcome<Image> outcome) -> {
                    if (outcome instanceof Outcome.Done<Image>(Image image)) {
                        preview.setImage(image);
                        fit();
                    }
                });
    }

    private void fit() {
        Words words = workspace.words();
        double wanted = width().millimetres() / 25.4 * DOTS_PER_INCH;
        double room = Math.max(80, paper.getWidth() - 48);
        double shown = Math.min(wanted, room);
        preview.setFitWidth(shown);
        size.setText(
                words.of(
                        shown < wanted - 1 ? "export.size.smaller" : "export.size.true",
                        Math.round(width().millimetres()),
                        Math.round(100 * shown / wanted)));
    }

    @FXML
    void export() {
        write(workspace.project().folder().resolve(ExportModel.FOLDER));
    }

    @FXML
    void exportTo() {
        chooser.folder(workspace.words().of("export.choose")).ifPresent(this::write);
    }

    private void write(Path folder) {
        model.write(chosen(), width(), folder);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        workspace.words().of("export.all"),
                        "Shortcut+E",
                        () -> view.made() && !model.figuresProperty().get().isEmpty(),
                        this::export));
    }
}
