package revisage.window.reconstruct;

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
        if (extractors.attacked().flatMap(ExtractorsModel.Entry::card).isEmpty()) {
            return Optional.of(words.of("reconstruct.missing.extractor"));
        }
        if (faces && project.get().file().publicFaces().isEmpty() && !knowsFaces()) {
            return Optional.of(words.of("reconstruct.missing.faces"));
        }
        return Optional.empty();
    }
}
