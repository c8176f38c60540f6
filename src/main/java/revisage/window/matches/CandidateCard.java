package revisage.window.matches;

import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.store.MatchRow;
import revisage.window.FaceView;
import revisage.window.Icons;
import revisage.window.Words;
import revisage.window.Workspace;

import java.util.Locale;
import java.util.Optional;

/// One candidate: rank, face, person, score, and a mark where it is the right one.
final class CandidateCard extends VBox {

    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    private final FaceView face = new FaceView();

    CandidateCard(MatchRow row, DoubleProperty side, Workspace workspace) {
        Words words = workspace.words();
        getStyleClass().add("candidate");
        boolean right =
                !row.probePerson().isEmpty() && row.probePerson().equals(row.galleryPerson());
        pseudoClassStateChanged(RIGHT, right);
        var rank = new Label("#" + row.rank());
        rank.getStyleClass().add("candidate-rank");
        var score = new Label(String.format(Locale.ROOT, "%.3f", row.score()));
        score.getStyleClass().add("candidate-score");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var top = new HBox(4, rank, gap, score);
        top.setAlignment(Pos.CENTER_LEFT);
        side.subscribe(s -> face.setSide(s.doubleValue()));
        face.coveredProperty().set(workspace.coveredProperty().get());
        face.setName(row.galleryPerson());
        var name = new Label(row.galleryPerson().replace('_', ' '));
        name.maxWidthProperty().bind(side);
        name.getStyleClass().add("candidate-name");
        var mark = new Label(right ? words.of("matches.right") : "");
        mark.getStyleClass().add("candidate-mark");
        if (right) {
            mark.setGraphic(Icons.of("fth-check-circle"));
        }
        mark.setMinHeight(18);
        getChildren().addAll(top, face, name, mark);
        setAccessibleText(
                words.of(
                        right ? "matches.card.right" : "matches.card",
                        row.rank(),
                        row.galleryPerson(),
                        score.getText()));
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    void setImage(javafx.scene.image.Image image) {
        face.setImage(Optional.of(image));
    }
}
