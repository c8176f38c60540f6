package revisage.window.matches;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import revisage.study.LiveRun;
import revisage.window.FaceView;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.leak.LeakModel;
import revisage.window.leak.TruePhotos;

import java.util.Optional;

/// The face that is looked for, and below it the true photo under its cover.
final class ProbePane extends VBox {

    private static final double SMALLEST = 120;
    private static final double WORDS = 110; // titles and notes of both

    private final Words words;
    private final LeakModel leak;
    private final TruePhotos photos;
    private final FaceView face = new FaceView();
    private final FaceView truth = new FaceView();
    private final Label faceNote = new Label();
    private final Label truthNote = new Label();
    private int shown = -1;

    ProbePane(Workspace workspace, LeakModel leak, TruePhotos photos) {
        super(6);
        this.words = workspace.words();
        this.leak = leak;
        this.photos = photos;
        face.setEmptyText(words.of("reconstruct.face.none"));
        truth.setEmptyText(words.of("reconstruct.truth.none"));
        face.setLiftText(words.of("cover.lift"));
        truth.setLiftText(words.of("reconstruct.truth.lift"));
        face.setName(words.of("matches.face"));
        truth.setName(words.of("reconstruct.truth"));
        face.setSide(SMALLEST);
        truth.setSide(SMALLEST);
        faceNote.getStyleClass().add("face-note");
        truthNote.getStyleClass().add("face-note");
        truthNote.visibleProperty().bind(truth.coveredProperty().not());
        workspace.coveredProperty().subscribe(c -> face.coveredProperty().set(c));
        getChildren()
                .addAll(
                        small(words.of("matches.face")),
                        face,
                        faceNote,
                        small(words.of("reconstruct.truth")),
                        truth,
                        truthNote);
        cover();
    }

    private static Label small(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    /// Puts the cover on the true photo.
    void cover() {
        truth.coveredProperty().set(true);
    }

    /// Both faces alike, one above the other, as large as the place allows.
    void size(double width, double height) {
        double side = Math.max(SMALLEST, Math.floor(Math.min(width, (height - WORDS) / 2)));
        face.setSide(side);
        truth.setSide(side);
    }

    void show(int row, Optional<LiveRun.Glance> glance) {
        shown = row;
        glance.flatMap(LiveRun.Glance::face)
                .ifPresentOrElse(face::setFace, () -> face.setImage(Optional.empty()));
        faceNote.setText(
                glance.map(
                                g ->
                                        words.of(
                                                "reconstruct.note",
                                                Words.share(g.cosine()),
                                                Words.count(g.queries())))
                        .orElse(""));
        truthNote.setText(leak.nameOf(row).replace('_', ' '));
        photos.get(
                row,
                image -> {
                    if (shown == row) {
                        truth.setImage(image);
                    }
                });
    }
}
