package revisage.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a person for a file or a folder. An interface, because a machine without a screen cannot
/// show the system's dialogs.
public interface Chooser {

    /// @param endings for example `onnx`; empty for any
    Optional<Path> file(String title, List<String> endings);

    /// An existing folder.
    Optional<Path> folder(String title);
}
