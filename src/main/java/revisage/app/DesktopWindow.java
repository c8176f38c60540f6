package revisage.app;

import revisage.cli.NoScreenException;
import revisage.cli.Version;
import revisage.cli.Window;
import revisage.demo.DemoProject;
import revisage.store.ShippedModels;
import revisage.study.Engines;
import revisage.window.shell.Workbench;

import java.nio.file.Path;
import java.util.Optional;

/// The window of this program. Nothing of it is loaded before it is asked for.
///
/// @param home folder of the program, with its `models`
record DesktopWindow(Engines engines, Path home) implements Window {

    @Override
    public boolean hasScreen() {
        return Workbench.hasScreen();
    }

    @Override
    public void open(Optional<Path> project, boolean demo)
            throws NoScreenException, InterruptedException {
        var models = new ShippedModels(home);
        var shown = new DemoProject(UserFolders.data().resolve("demo"), models, engines);
        var workbench = new Workbench(engines, Optional.of(shown), Version.text());
        try {
            workbench.run(project, demo);
        } catch (UnsupportedOperationException _) { // DISPLAY names a screen that does not answer
            throw new NoScreenException();
        }
    }
}
