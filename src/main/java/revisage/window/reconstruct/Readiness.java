package revisage.window.reconstruct;

import revisage.extract.ModelCard;
import revisage.project.Project;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.leak.LeakModel;

import java.nio.file.Files;
import java.util.Optional;

/// Whether all is there that a reconstruction begins with.
record Readiness(Workspace workspace, LeakModel leak, ExtractorsModel extractors) {

    /// Whether what public faces teach lies in the project already.
    boolean knowsFaces() {
        return workspace.projectProperty().get().isPresent()
                && Files.exists(workspace.inquiry().basisFolder());
    }

    /// What is missing, as a sentence.
    ///
    /// @param faces whether public faces are needed
    Optional<String> missing(boolean faces) {
        Words words = workspace.words();
        Optional<Project> project = workspace.projectProperty().get();
        if (project.isEmpty() || leak.vectors().isEmpty()) {
            return Optional.of(words.of("reconstruct.missing.leak"));
        }
        Optional<ModelCard> attacked = extractors.attacked().flatMap(ExtractorsModel.Entry::card);
        if (attacked.isEmpty()) {
            return Optional.of(words.of("reconstruct.missing.extractor"));
        }
        int numbers = leak.vectors().get().dimension();
        if (numbers != attacked.get().dimension()) {
            return Optional.of(
                    words.of(
                            "reconstruct.missing.fit",
                            Words.count(numbers),
                            attacked.get().name(),
                            Words.count(attacked.get().dimension())));
        }
        if (faces && project.get().file().publicFaces().isEmpty() && !knowsFaces()) {
            return Optional.of(words.of("reconstruct.missing.faces"));
        }
        return Optional.empty();
    }
}
