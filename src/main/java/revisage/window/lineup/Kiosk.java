package revisage.window.lineup;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import revisage.lineup.AnswerLog;
import revisage.lineup.Questionnaire.SameOrDifferent;
import revisage.lineup.Questionnaire.WhoIsIt;
import revisage.window.Icons;
import revisage.window.Jobs;
import revisage.window.Jobs.Outcome;
import revisage.window.Words;
import revisage.window.lineup.KioskModel.State;
import revisage.work.FileException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// A full screen that asks participants, and that nobody leaves without the code.
///
/// The way out: the small lock below at the right, or Ctrl+Shift+Q; then the code.
public final class Kiosk {

    private final KioskModel model;
    private final KioskOrder order;
    private final Jobs jobs;
    private final Words words;
    private final KioskSheets sheets;
    private final StackPane root = new StackPane();
    private final StackPane outer = new StackPane(root);
    private final BorderPane frame = new BorderPane();
    private final StackPane cover = new StackPane();
    private final Label where = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Hyperlink withdraw = new Hyperlink();
    private final HBox bar = new HBox(16, where, progress, withdraw);
    private final Label code = new Label();
    private KioskPane pane = StackPane::new;
    private Runnable leave = () -> {};
    private boolean open = true;

    /// @param log of this machine; closed by whoever opened it, after the kiosk was left
    /// @param words what is said to whoever runs the study
    public Kiosk(KioskOrder order, AnswerLog log, Jobs jobs, Words words) {
        this.order = order;
        this.jobs = jobs;
        this.words = words;
        this.model = new KioskModel(order, log, jobs, System::nanoTime);
        this.sheets = new KioskSheets(model, words);
        HBox.setHgrow(progress, Priority.ALWAYS);
        progress.setMaxWidth(Double.MAX_VALUE);
        bar.setAlignment(Pos.CENTER);
        bar.getStyleClass().add("kiosk-bar");
        withdraw.setId("withdraw");
        withdraw.setOnAction(_ -> cover(sheets.withdraw(this::uncover)));
        frame.setTop(bar);
        frame.setBottom(below());
        cover.getStyleClass().add("overlay");
        cover.setVisible(false);
        outer.getStyleClass().add("revisage");
        root.getStyleClass().add("kiosk");
        root.getChildren().addAll(frame, cover);
        root.heightProperty().subscribe(_ -> letters());
        outer.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) { // keys come here even where nothing has the focus
                                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
                            }
                        });
        model.stateProperty().subscribe(this::follow);
    }

    private HBox below() {
        code.getStyleClass().add("text-muted");
        Button lock = Icons.button("fth-lock", words.of("kiosk.leave"), this::askCode);
        lock.setId("lock");
        lock.setTooltip(null); // nothing here invites
        lock.setFocusTraversable(false);
        lock.getStyleClass().add("kiosk-lock");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var below = new HBox(code, gap, lock);
        below.setAlignment(Pos.CENTER);
        below.getStyleClass().add("kiosk-below");
        return below;
    }

    /// Letters grow with the screen.
    private void letters() {
        double pixels = Math.clamp(root.getHeight() / 50, 15, 22);
        root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", pixels));
    }

    /// What goes into the scene.
    public Parent root() {
        return outer;
    }

    /// Locks this window, which shows the kiosk.
    ///
    /// @param left told after the code was typed in and the window is closed
    public void lock(Stage stage, Runnable left) {
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setAlwaysOnTop(true);
        stage.setOnCloseRequest(
                e -> {
                    e.consume();
                    askCode();
                });
        stage.fullScreenProperty()
                .subscribe(full -> keep(stage, full, () -> stage.setFullScreen(true)));
        stage.iconifiedProperty()
                .subscribe(small -> keep(stage, !small, () -> stage.setIconified(false)));
        leave =
                () -> {
                    open = false;
                    stage.setAlwaysOnTop(false);
                    stage.close();
                    left.run();
                };
        stage.setFullScreen(true);
    }

    private void keep(Stage stage, boolean right, Runnable again) {
        if (!right && open && stage.isShowing()) {
            jobs.later(again);
        }
    }

    // ---- the way out ----

    private void askCode() {
        var field = new PasswordField();
        field.setId("leave-code");
        field.setAccessibleText(words.of("kiosk.code"));
        var wrong = new Label();
        wrong.setId("leave-wrong");
        wrong.getStyleClass().add("text-muted");
        Runnable go =
                () -> {
                    if (field.getText().equals(order.code())) {
                        leave.run();
                    } else {
                        field.clear();
                        wrong.setText(words.of("kiosk.wrong"));
                    }
                };
        field.setOnAction(_ -> go.run());
        var leaveButton = new Button(words.of("kiosk.leave"));
        leaveButton.setId("leave-go");
        leaveButton.setOnAction(_ -> go.run());
        var stay = new Button(words.of("kiosk.stay"));
        stay.setId("leave-stay");
        stay.setOnAction(_ -> uncover());
        cover(
                KioskSheets.card(
                        words.of("kiosk.code"),
                        List.of(field, wrong, new HBox(12, leaveButton, stay))));
        field.requestFocus();
    }

    private void cover(Node card) {
        cover.getChildren().setAll(card);
        cover.setVisible(true);
        frame.setDisable(true);
        card.requestFocus();
    }

    private void uncover() {
        cover.getChildren().clear();
        cover.setVisible(false);
        frame.setDisable(false);
        pane.node().requestFocus();
    }

    private void key(KeyEvent event) {
        boolean staff =
                event.getCode() == KeyCode.Q && event.isShortcutDown() && event.isShiftDown();
        if (staff) {
            askCode();
            event.consume();
        } else if (cover.isVisible()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                uncover();
                event.consume();
            }
        } else if (!(withdraw.isFocused() && event.getCode() == KeyCode.ENTER) && pane.key(event)) {
            event.consume();
        }
    }

    // ---- what is shown ----

    private void follow(State state) {
        switch (state) {
            case State.Start() -> show(sheets.start(), 0, 0);
            case State.Back back -> show(sheets.back(back), 0, 0);
            case State.Consent consent -> show(sheets.consent(consent), 0, 0);
            case State.About() -> show(sheets.about(), 0, 0);
            case State.How() -> show(sheets.how(), 0, 0);
            case State.Thanks thanks -> show(sheets.thanks(thanks), 0, 0);
            case State.Gone gone -> show(sheets.gone(gone), 0, 0);
            case State.Stuck stuck -> show(sheets.stuck(stuck), 0, 0);
            case State.Pair pair -> load(pair, pair.screen());
            case State.Ask ask -> load(ask, ask.screen());
        }
    }

    private void load(State.Pair pair, SameOrDifferent screen) {
        load(
                pair,
                List.of(screen.left(), screen.right()),
                images ->
                        show(
                                new PairPane(model, pair, images, width(), height()),
                                pair.position(),
                                pair.questions()));
    }

    private void load(State.Ask ask, WhoIsIt screen) {
        load(
                ask,
                Stream.concat(Stream.of(screen.picture()), screen.options().stream()).toList(),
                images ->
                        show(
                                new QuestionPane(model, ask, images, width(), height()),
                                ask.position(),
                                ask.questions()));
    }

    private ObservableDoubleValue width() {
        return root.widthProperty();
    }

    private ObservableDoubleValue height() {
        return root.heightProperty();
    }

    private void load(
            State of, List<String> codes, java.util.function.Consumer<Map<String, Image>> then) {
        List<Path> files = new ArrayList<>();
        codes.forEach(c -> files.add(order.study().picture(c)));
        jobs.light(
                _ -> {
                    var images = new HashMap<String, Image>();
                    for (int i = 0; i < codes.size(); i++) {
                        images.put(codes.get(i), image(files.get(i)));
                    }
                    return images;
                },
                (Outcome<HashMap<String, Image>> outcome) -> {
                    if (!model.stateProperty().get().equals(of)) {
                        return;
                    }
                    switch (outcome) {
                        case Outcome.Done<HashMap<String, Image>>(var images) ->
                                then.accept(images);
                        case Outcome.Stopped<HashMap<String, Image>> _ -> {}
                        case Outcome.Failed<HashMap<String, Image>>(var problem) ->
                                show(sheets.stuck(new State.Stuck(problem)), 0, 0);
                    }
                });
    }

    private static Image image(Path file) throws FileException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Image(in);
        } catch (IOException e) {
            throw FileException.of("show the picture", file, e);
        }
    }

    /// @param position among the questions, from 1; 0 where there is none
    private void show(KioskPane shown, int position, int questions) {
        pane = shown;
        bar.setVisible(
                model.participant().isPresent()
                        && !(model.stateProperty().get() instanceof State.Back));
        where.setText(
                position == 0 ? "" : model.words().get("question.heading", position, questions));
        progress.setVisible(position > 0);
        progress.setProgress(questions == 0 ? 0 : (position - 1.0) / questions);
        progress.setAccessibleText(where.getText());
        withdraw.setText(model.words().get("withdraw.button"));
        withdraw.setVisited(false);
        code.setText(model.participant().map(c -> model.words().get("code.yours", c)).orElse(""));
        frame.setCenter(shown.node());
        shown.node().requestFocus(); // or it would fall on the way out
        jobs.later(shown::seen);
    }
}
