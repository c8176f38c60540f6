package revisage.window.lineup;

import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import revisage.lineup.LineupFolder;
import revisage.lineup.LineupWords;
import revisage.lineup.Questionnaire;
import revisage.lineup.Questionnaire.AboutYou;
import revisage.lineup.Questionnaire.Consent;
import revisage.lineup.Questionnaire.SameOrDifferent;
import revisage.lineup.Questionnaire.Thanks;
import revisage.lineup.Questionnaire.WhoIsIt;
import revisage.window.FaceView;
import revisage.window.Jobs.Outcome;
import revisage.window.Words;
import revisage.window.Workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A screen of a form, small, for the analyst. Real faces are covered here as everywhere else.
final class PreviewPane {

    private static final double LARGE = 132;
    private static final double SMALL = 100;

    private final Workspace workspace;

    PreviewPane(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Node> of(LineupFolder study, Questionnaire questionnaire, int place) {
        Words words = workspace.words();
        LineupWords said = LineupWords.of(questionnaire.language());
        return switch (questionnaire.screens().get(place)) {
            case Consent(String text) ->
                    List.of(title(words.of("lineup.preview.consent")), text(text));
            case AboutYou _ ->
                    List.of(
                            title(words.of("lineup.preview.about")),
                            text(said.get("about.age") + ", " + said.get("about.gender")));
            case SameOrDifferent(_, String left, String right) ->
                    List.of(
                            title(words.of("lineup.preview.pair")),
                            text(said.get("ability.question")),
                            new HBox(12, face(study, left, LARGE), face(study, right, LARGE)));
            case WhoIsIt who -> who(study, who, said);
            case Thanks _ ->
                    List.of(
                            title(words.of("lineup.preview.thanks")),
                            text(said.get("thanks.text")));
        };
    }

    private List<Node> who(LineupFolder study, WhoIsIt who, LineupWords said) {
        var nodes = new ArrayList<Node>();
        nodes.add(title(workspace.words().of("lineup.preview.who")));
        who.place()
                .ifPresent(
                        p ->
                                nodes.add(
                                        text(
                                                p == 0
                                                        ? said.get("question.instructed.none")
                                                        : said.get("question.instructed", p))));
        nodes.add(text(said.get("question.reconstruction"))); // as the participant reads it
        nodes.add(face(study, who.picture(), LARGE));
        var photos = new FlowPane(8, 8);
        int number = 1;
        for (String code : who.options()) {
            var name = new Label(said.get("question.photo", number++));
            name.getStyleClass().add("tile-name");
            photos.getChildren().add(new VBox(2, face(study, code, SMALL), name));
        }
        nodes.add(photos);
        return nodes;
    }

    private static Label title(String text) {
        var label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private FaceView face(LineupFolder study, String code, double side) {
        var view = new FaceView();
        view.setSide(side);
        view.coveredProperty().set(workspace.coveredProperty().get());
        Path file = study.picture(code);
        workspace
                .jobs()
                .light(
                        _ -> {
                            try (InputStream in = Files.newInputStream(file)) {
                                return Optional.of(new Image(in));
                            } catch (IOException _) {
                                return Optional.<Image>empty(); // an empty place says it
                            }
                        },
                        (Outcome<Optional<Image>> outcome) -> {
                            if (outcome instanceof Outcome.Done<Optional<Image>>(var image)) {
                                view.setImage(image);
                            }
                        });
        return view;
    }
}
