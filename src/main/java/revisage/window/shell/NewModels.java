package revisage.window.shell;

import revisage.project.Project;
import revisage.reconstruct.GeneratorCards;
import revisage.window.Jobs.Outcome;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.reconstruct.Networks;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// An ONNX file that was dropped or chosen: to the screen that its card names. One without a card
/// is taken for an extractor, which the probe can find out more about.
final class NewModels {

    private final Workspace workspace;
    private final ExtractorsModel extractors;
    private final Networks networks;
    private Consumer<String> go = _ -> {};

    NewModels(Workspace workspace, ExtractorsModel extractors, Networks networks) {
        this.workspace = workspace;
        this.extractors = extractors;
        this.networks = networks;
    }

    /// @param shows the screen of a name
    void onGo(Consumer<String> shows) {
        go = shows;
    }

    /// Needs an open project.
    void take(Path onnx) {
        Project asked = workspace.project();
        workspace
                .jobs()
                .light(
                        _ -> GeneratorCards.describes(onnx),
                        (Outcome<Boolean> outcome) -> {
                            Optional<Path> open =
                                    workspace.projectProperty().get().map(Project::folder);
                            if (outcome instanceof Outcome.Done<Boolean>(Boolean makesFaces)
                                    && open.equals(Optional.of(asked.folder()))) {
                                lead(onnx, makesFaces);
                            }
                        });
    }

    private void lead(Path onnx, boolean makesFaces) {
        if (makesFaces) {
            networks.choose(
                    onnx, name -> workspace.tell(workspace.words().of("network.taken", name)));
            go.accept("reconstruct");
        } else {
            extractors.add(onnx);
            go.accept("extractors");
        }
    }
}
