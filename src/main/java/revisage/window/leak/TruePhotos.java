package revisage.window.leak;

import javafx.scene.image.Image;

import revisage.people.FaceResult;
import revisage.people.Portrait;
import revisage.project.Project;
import revisage.window.Faces;
import revisage.window.Jobs.Outcome;
import revisage.window.Workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The photos that vectors were made from, where they are at hand. Touched by the screen's thread
/// only.
public final class TruePhotos {

    private final Workspace workspace;
    private final LeakModel leak;
    private final Map<Path, Image> kept = new HashMap<>();

    public TruePhotos(Workspace workspace, LeakModel leak) {
        this.workspace = workspace;
        this.leak = leak;
    }

    /// Whether there is a folder of them.
    public boolean named() {
        return workspace.projectProperty().get().stream()
                .anyMatch(p -> p.file().photos().isPresent());
    }

    /// @param got on the screen's thread; empty where there is none that could be used
    public void get(int row, Consumer<Optional<Image>> got) {
        Optional<Path> file = file(row);
        if (file.isEmpty()) {
            got.accept(Optional.empty());
            return;
        }
        Optional<Image> there = Optional.ofNullable(kept.get(file.get()));
        if (there.isPresent()) {
            got.accept(there);
            return;
        }
        var cutting = workspace.cutting();
        var engines = workspace.engines();
        var portrait = new Portrait("photo", "person", file.get());
        workspace
                .jobs()
                .light(
                        _ -> {
                            try (var reader = cutting.open(engines)) {
                                FaceResult read = reader.reader().read(portrait);
                                return read instanceof FaceResult.Usable u
                                        ? Optional.of(Faces.image(u.face()))
                                        : Optional.<Image>empty();
                            }
                        },
                        (Outcome<Optional<Image>> outcome) -> {
                            Optional<Image> image =
                                    outcome instanceof Outcome.Done<Optional<Image>>(var i)
                                            ? i
                                            : Optional.empty();
                            image.ifPresent(i -> kept.put(file.get(), i));
                            got.accept(image);
                        });
    }

    private Optional<Path> file(int row) {
        Optional<Project> project = workspace.projectProperty().get();
        Optional<List<String>> ids = leak.vectors().flatMap(v -> v.ids());
        if (project.isEmpty() || ids.isEmpty() || row >= ids.get().size()) {
            return Optional.empty();
        }
        return project.get()
                .file()
                .photos()
                .map(folder -> project.get().resolve(folder))
                .flatMap(
                        folder -> {
                            Path file = folder.resolve(ids.get().get(row)).normalize();
                            // An id of a stranger's file must not lead out of the folder.
                            return Optional.of(file)
                                    .filter(f -> f.startsWith(folder) && Files.isRegularFile(f));
                        });
    }
}
