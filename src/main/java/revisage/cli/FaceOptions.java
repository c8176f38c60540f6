package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import revisage.people.WhichFace;
import revisage.study.FaceCutting;

import java.nio.file.Path;
import java.util.Optional;

/// How faces come out of pictures.
final class FaceOptions {

    @Option(
            names = "--finder",
            paramLabel = "YUNET",
            description =
                    "A YuNet face detector (ONNX) for pictures that are not aligned 112x112 faces.")
    private @Nullable Path finder;

    @Option(
            names = "--which",
            paramLabel = "FACE",
            defaultValue = "LARGEST",
            description =
                    "Which face of a photo with several: ${COMPLETION-CANDIDATES} (default:"
                            + " ${DEFAULT-VALUE}).")
    private WhichFace which = WhichFace.LARGEST;

    FaceCutting cutting() {
        return new FaceCutting(Optional.ofNullable(finder), which);
    }
}
