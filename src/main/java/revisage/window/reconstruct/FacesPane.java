package revisage.window.reconstruct;

import atlantafx.base.theme.Styles;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

import revisage.study.LiveRun;
import revisage.window.FaceView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.leak.LeakModel;
import revisage.window.leak.TruePhotos;

import java.util.Optional;

/// The face as it forms, large, beside that of another run and the true photo under its cover.
final class FacesPane extends GridPane {

    private static final double LARGEST = 460;

    private final Words words;
    private final LeakModel leak;
    private final TruePhotos photos;
    private final FaceView face = new FaceView();
    private final FaceView other = new FaceView();
    private final FaceView truth = new FaceView();
    private final Label faceName = new Label();
    private final Label otherName = new Label();
    private final Label faceNote = new Label();
    private final Label otherNote = new Label();
    private final Label truthNote = new Label();
    private final Label truthName = new Label();
    private boolean beside;
    private int truthRow = -1;

    FacesPane(Workspace workspace, LeakModel leak, TruePhotos photos) {
        setHgap(16);
        setVgap(6);
        this.words = workspace.words();
        this.leak = leak;
        this.photos = photos;
        setMinWidth(0);
        setId("faces");
        truthName.setText(words.of("reconstruct.truth"));
        column(face, faceNote, faceName);
        column(other, otherNote, otherName);
        column(truth, truthNote, truthName);
        face.setEmptyText(words.of("reconstruct.face.none"));
        other.setEmptyText(words.of("reconstruct.face.none"));
        truth.setEmptyText(words.of("reconstruct.truth.none"));
        face.setLiftText(words.of("cover.lift"));
        other.setLiftText(words.of("cover.lift"));
        truth.setLiftText(words.of("reconstruct.truth.lift"));
        truthNote.visibleProperty().bind(truth.coveredProperty().not());
        workspace
                .coveredProperty()
                .subscribe(
                        on -> {
                            face.coveredProperty().set(on);
                            other.coveredProperty().set(on);
                        });
        cover();
        compare("", Optional.empty());
    }

    /// Its words stand level with those of the others, of however many lines they are.
    private static void column(FaceView picture, Label note, Label name) {
        name.maxWidthProperty().bind(picture.widthProperty());
        name.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        note.getStyleClass().add("face-note");
        note.setMinHeight(Region.USE_PREF_SIZE);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        note.maxWidthProperty().bind(picture.widthProperty());
        note.setWrapText(true);
        GridPane.setValignment(name, VPos.BOTTOM);
        GridPane.setValignment(picture, VPos.TOP);
        GridPane.setValignment(note, VPos.TOP);
    }

    /// Puts the cover on the true photo.
    void cover() {
        truth.coveredProperty().set(true);
    }

    /// Puts another run beside, and says which is which.
    void compare(String shown, Optional<String> with) {
        truth.setName(words.of("reconstruct.truth"));
        faceName.setText(
                with.isPresent()
                        ? words.of("reconstruct.estimate", shown)
                        : words.of("reconstruct.face"));
        otherName.setText(with.map(b -> words.of("reconstruct.estimate", b)).orElse(""));
        face.setName(faceName.getText());
        other.setName(otherName.getText());
        beside = with.isPresent();
        getChildren().clear();
        addColumn(0, faceName, face, faceNote);
        if (beside) {
            addColumn(1, otherName, other, otherNote);
        }
        addColumn(beside ? 2 : 1, truthName, truth, truthNote);
    }

    /// As large as the place allows, all alike.
    void size(double width, double height) {
        int count = beside ? 3 : 2;
        double wide = (width - (count - 1) * getHgap()) / count;
        double side = Math.max(112, Math.min(LARGEST, Math.min(wide, height)));
        face.setSide(side);
        other.setSide(side);
        truth.setSide(side);
    }

    /// @param stage an earlier face, if one was chosen
    void show(Optional<LiveRun.Seen> seen, Optional<LiveRun.Stage> stage) {
        seen.flatMap(s -> stage.map(LiveRun.Stage::face).or(s::face))
                .ifPresentOrElse(face::setFace, () -> face.setImage(Optional.empty()));
        faceNote.setText(
                seen.map(
                                s ->
                                        note(
                                                stage.map(LiveRun.Stage::cosine).orElse(s.cosine()),
                                                stage.map(LiveRun.Stage::queries)
                                                        .orElse(s.queries())))
                        .orElse(""));
    }

    private String note(double cosine, long queries) {
        return queries == 0
                ? words.of("reconstruct.note.none", Words.share(cosine))
                : words.of("reconstruct.note", Words.share(cosine), Words.count(queries));
    }

    void showOther(Optional<LiveRun.Seen> seen) {
        seen.flatMap(LiveRun.Seen::face)
                .ifPresentOrElse(other::setFace, () -> other.setImage(Optional.empty()));
        otherNote.setText(seen.map(s -> note(s.cosine(), s.queries())).orElse(""));
    }

    void showTruth(int row) {
        if (truthRow == row && photos.named()) {
            return;
        }
        truthRow = row;
        truthNote.setText(leak.nameOf(row).replace('_', ' '));
        photos.get(
                row,
                image -> {
                    if (truthRow == row) {
                        truth.setImage(image);
                    }
                });
    }
}
