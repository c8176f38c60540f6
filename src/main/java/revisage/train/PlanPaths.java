package revisage.train;

import java.nio.file.Path;
import java.util.Optional;

/// Where the paths of a plan lead.
///
/// @param base what relative paths start from
/// @param home folder of the program, with its `models`
public record PlanPaths(Path base, Path home) {

    /// A file that a plan names.
    public Path resolve(String named) {
        return base.resolve(named).toAbsolutePath().normalize();
    }

    /// The network whose features are compared: the user's, or the program's own extractor.
    public Path eyes(Optional<String> named) {
        return named.map(this::resolve)
                .orElseGet(() -> home.resolve("models").resolve("res.onnx").toAbsolutePath());
    }
}
