package revisage.app;

import revisage.cli.Version;
import revisage.cli.Window;
import revisage.study.Engines;
import revisage.window.shell.Workbench;

import java.nio.file.Path;
import java.util.Optional;

/// The window of this program. Nothing of it is loaded before it is asked for.
record DesktopWindow(Engines engines) implements Window {

    @Override
    public boolean hasScreen() {
        return Workbench.hasScreen();
    }

    @Override
    public void open(Optional<Path> project, boolean demo) throws InterruptedException {
        new Workbench(engines, Optional.empty(), Version.text()).run(project, demo);
    }
}
