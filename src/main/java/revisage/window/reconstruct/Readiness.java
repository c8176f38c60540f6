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
        if (faces
                && project.get().file().publicFaces().isEmpty()
                && !Files.exists(workspace.inquiry().basisFolder())) {
            return Optional.of(words.of("reconstruct.missing.faces"));
        }
        return Optional.empty();
    }
}
