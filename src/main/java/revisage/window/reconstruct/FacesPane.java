package revisage.window.reconstruct;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.study.LiveRun;
import revisage.window.FaceView;
import revisage.window.ScreenView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.leak.LeakModel;
import revisage.window.leak.TruePhotos;

import java.util.Optional;

/// The face as it forms, large, beside that of another run and the true photo under its cover.
final class FacesPane extends HBox {

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
    private final VBox otherBox = new VBox(6);
    private int truthRow = -1;

    FacesPane(Workspace workspace, LeakModel leak, TruePhotos photos) {
        super(16);
        this.words = workspace.words();
        this.leak = leak;
        this.photos = photos;
        setMinWidth(0);
        setId("faces");
        getChildren()
                .setAll(
                        column(face, faceNote, faceName, new VBox(6)),
                        column(other, otherNote, otherName, otherBox),
                        column(
                                truth,
                                truthNote,
                                new Label(words.of("reconstruct.truth")),
                                new VBox(6)));
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

    private static VBox column(FaceView picture, Label note, Label name, VBox box) {
        name.maxWidthProperty().bind(picture.widthProperty());
        name.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        note.getStyleClass().add("face-note");
        note.setMinHeight(Region.USE_PREF_SIZE);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        note.maxWidthProperty().bind(picture.widthProperty());
        note.setWrapText(true);
        box.getChildren().setAll(name, picture, note);
        return box;
    }

    /// Puts the cover on the true photo.
    void cover() {
        truth.coveredProperty().set(true);
    }

    /// Puts another run beside, and says which is which.
    void compare(String shown, Optional<String> beside) {
        truth.setName(words.of("reconstruct.truth"));
        faceName.setText(
                beside.isPresent()
                        ? words.of("reconstruct.estimate", shown)
                        : words.of("reconstruct.face"));
        otherName.setText(beside.map(b -> words.of("reconstruct.estimate", b)).orElse(""));
        face.setName(faceName.getText());
        other.setName(otherName.getText());
        ScreenView.show(otherBox, beside.isPresent());
    }

    /// As large as the place allows, all alike.
    void size(double width, double height) {
        int count = otherBox.isVisible() ? 3 : 2;
        double wide = (width - (count - 1) * getSpacing()) / count;
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
