package revisage.window.cloud;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import revisage.window.Icons;
import revisage.window.Notes;
import revisage.window.Problem;
import revisage.window.ScreenView;
import revisage.window.Words;

import java.util.Optional;

/// Says, for as long as it is so, that faces may still be at a service, and deletes them there.
final class LeftPane extends VBox {

    private final CloudModel model;
    private final LeftJobs left;
    private final Words words;

    LeftPane(CloudModel model, LeftJobs left, Words words) {
        super(8);
        this.model = model;
        this.left = left;
        this.words = words;
        setId("left");
        left.allProperty().subscribe(_ -> show());
        left.deletingProperty().subscribe(_ -> show());
        left.problemProperty().subscribe(_ -> show());
        model.runningProperty().subscribe(_ -> show());
    }

    private void show() {
        getChildren().clear();
        // A run that goes on deletes everything itself.
        if (model.runningProperty().get().isEmpty()) {
            left.allProperty().get().forEach(one -> getChildren().add(note(one)));
        }
        Optional<Problem> problem = left.problemProperty().get();
        problem.ifPresent(p -> getChildren().add(Notes.of(p, words)));
        ScreenView.show(this, !getChildren().isEmpty());
    }

    private HBox note(LeftJobs.Left one) {
        boolean busy = left.deletingProperty().get().isPresent();
        var job = one.status().job();
        var note =
                Notes.of(
                        Notes.Kind.WARNING,
                        words.of(
                                "cloud.left",
                                one.service(),
                                Words.count(one.status().enrolled()),
                                Words.count(job.toEnrol()),
                                job.limit().gallery()));
        var delete =
                new Button(
                        words.of(busy ? "cloud.left.deleting" : "cloud.left.delete"),
                        Icons.of("fth-trash-2"));
        delete.setId("deleteLeft");
        delete.setMinWidth(Region.USE_PREF_SIZE);
        delete.setDisable(busy);
        delete.setOnAction(_ -> left.delete(one));
        note.getChildren().add(delete);
        return note;
    }
}
