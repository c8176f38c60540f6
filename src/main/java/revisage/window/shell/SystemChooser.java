package revisage.window.shell;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import revisage.window.Chooser;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The system's own dialogs; each begins where the last one ended.
final class SystemChooser implements Chooser {

    private final Stage stage;
    private Optional<File> last = Optional.empty();

    SystemChooser(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> file(String title, List<String> endings) {
        var dialog = new FileChooser();
        dialog.setTitle(title);
        if (!endings.isEmpty()) {
            dialog.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(
                                    title, endings.stream().map(e -> "*." + e).toList()),
                            new FileChooser.ExtensionFilter("*.*", "*.*"));
        }
        place().ifPresent(dialog::setInitialDirectory);
        Optional<File> chosen = Optional.ofNullable(dialog.showOpenDialog(stage));
        last = chosen.map(File::getParentFile).or(() -> last);
        return chosen.map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title) {
        var dialog = new DirectoryChooser();
        dialog.setTitle(title);
        place().ifPresent(dialog::setInitialDirectory);
        Optional<File> chosen = Optional.ofNullable(dialog.showDialog(stage));
        last = chosen.map(File::getParentFile).or(() -> last);
        return chosen.map(File::toPath);
    }

    /// A dialog refuses to begin in a folder that has gone.
    private Optional<File> place() {
        return last.filter(File::isDirectory);
    }
}
