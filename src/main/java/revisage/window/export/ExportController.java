package revisage.window.export;

import atlantafx.base.theme.Styles;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import revisage.chart.FigureFormat;
import revisage.chart.Width;
import revisage.window.Chooser;
import revisage.window.Command;
import revisage.window.Faces;
import revisage.window.Jobs.Outcome;
import revisage.window.Latest;
import revisage.window.Notes;
import revisage.window.Problem;
import revisage.window.Screen;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Joins `export.fxml` to [ExportModel].
public final class ExportController implements Screen {

    private static final double DOTS_PER_INCH = 96; // of a window's pixel, as everywhere
    private static final double AROUND = 84; // pixels of paper, desk and scroll bar

    private final ExportModel model;
    private final Workspace workspace;
    private final Chooser chooser;
    private final Latest previews;
    private final ImageView preview = new ImageView();
    private final ScreenView view;

    private String shown = "";
    private String said = "";
    private boolean listing;
    private boolean picked; // by the user
    private Dimension2D natural = new Dimension2D(1, 1);

    @FXML private Node full;
    @FXML private VBox nothing;
    @FXML private ListView<String> figures;
    @FXML private ScrollPane desk;
    @FXML private ToggleButton whole;
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
    @FXML private VBox problem;

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
        list();
    }

    @FXML
    void initialize() {
        export.getStyleClass().add(Styles.ACCENT);
        paper.getChildren().add(preview);
        preview.setPreserveRatio(false);
        preview.setSmooth(true);
        var sizes = new ToggleGroup();
        List.of(column, page, slide).forEach(b -> b.setToggleGroup(sizes));
        sizes.selectToggle(page);
        sizes.selectedToggleProperty().subscribe(_ -> show());
        figures.setCellFactory(
                _ ->
                        new ListCell<>() {
                            {
                                setPrefWidth(0); // long names are broken, not scrolled
                                setWrapText(true);
                            }

                            @Override
                            protected void updateItem(@Nullable String name, boolean empty) {
                                super.updateItem(name, empty);
                                setText(empty || name == null ? null : model.title(name));
                            }
                        });
        figures.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        _ -> {
                            picked |= !listing;
                            show();
                        });
        List.of(svg, pdf, png, csv).forEach(b -> b.selectedProperty().subscribe(_ -> formats()));
        workspace.coveredProperty().subscribe(_ -> show());
        desk.widthProperty().subscribe(_ -> place());
        desk.heightProperty().subscribe(_ -> place());
        model.figuresProperty().subscribe(_ -> list());
        model.problemProperty()
                .subscribe(p -> Notes.put(problem, p.map(e -> Notes.narrow(e, workspace.words()))));
    }

    private void list() {
        List<String> all = model.names();
        boolean on = !all.isEmpty();
        ScreenView.show(full, on);
        ScreenView.show(nothing, !on);
        String before = figures.getSelectionModel().getSelectedItem();
        listing = true;
        figures.setItems(FXCollections.observableArrayList(all));
        picked &= before != null && all.contains(before);
        if (picked) {
            figures.getSelectionModel().select(before);
        } else {
            figures.getSelectionModel().selectFirst(); // of those that came since, too
        }
        listing = false;
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
        if (name == null) {
            preview.setImage(null);
            caption.setText("");
            return;
        }
        caption.setText(model.caption(name));
        if (!shown.equals(name)) {
            shown = name;
            preview.setImage(null); // no figure under another's caption
            size.setText(workspace.words().of("export.drawing"));
        }
        Width width = width();
        double density = density();
        previews.ask(
                model.proof(name, width, DOTS_PER_INCH * density),
                (Outcome<byte[]> outcome) -> {
                    switch (outcome) {
                        case Outcome.Done<byte[]>(byte[] png) -> show(name, png, width, density);
                        case Outcome.Stopped<byte[]> _ -> {}
                        case Outcome.Failed<byte[]>(Problem problem) -> {
                            preview.setImage(null);
                            size.setText(problem.happened());
                        }
                    }
                });
    }

    private void show(String name, byte[] png, Width width, double density) {
        Words words = workspace.words();
        var image = new Image(new ByteArrayInputStream(png));
        boolean sheet = model.isSheet(name);
        boolean hidden = sheet && workspace.coveredProperty().get();
        preview.setImage(hidden ? Faces.coarse(image) : image);
        preview.setSmooth(!hidden);
        double scale = sheet ? 1 : density;
        natural = new Dimension2D(image.getWidth() / scale, image.getHeight() / scale);
        said =
                hidden
                        ? words.of("export.size.covered")
                        : sheet
                                ? words.of("export.size.sheet")
                                : words.of("export.size.wide", Math.round(width.millimetres()));
        place();
    }

    /// As large as it will be, or smaller where it would be cut off.
    @FXML
    void place() {
        double room = Math.min(1, (desk.getWidth() - AROUND) / natural.getWidth());
        if (!model.isSheet(shown)) {
            room = Math.min(room, (desk.getHeight() - AROUND) / natural.getHeight());
        }
        boolean fits = room >= 1 || desk.getWidth() == 0;
        double share = fits || whole.isSelected() ? 1 : Math.max(0.1, room);
        preview.setFitWidth(natural.getWidth() * share);
        preview.setFitHeight(natural.getHeight() * share);
        ScreenView.show(whole, !fits);
        Words words = workspace.words();
        if (share < 1) {
            size.setText(words.of("export.size.small", said, Math.round(100 * share)));
        } else {
            size.setText(model.isSheet(shown) ? said : words.of("export.size.true", said));
        }
    }

    private double density() {
        return paper.getScene() == null || paper.getScene().getWindow() == null
                ? 1
                : Math.max(1, paper.getScene().getWindow().getRenderScaleX());
    }

    @FXML
    void copy() {
        var content = new ClipboardContent();
        content.putString(caption.getText());
        Clipboard.getSystemClipboard().setContent(content);
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
                        () -> view.made() && !model.names().isEmpty(),
                        this::export));
    }
}
