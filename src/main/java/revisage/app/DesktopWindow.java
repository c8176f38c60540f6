package revisage.app;

import revisage.cli.NoScreenException;
import revisage.cli.Version;
import revisage.cli.Window;
import revisage.demo.DemoProject;
import revisage.lineup.LineupFolder;
import revisage.store.ShippedModels;
import revisage.study.Engines;
import revisage.window.lineup.KioskOrder;
import revisage.window.shell.Workbench;
import revisage.work.WorkException;

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
        var workbench =
                new Workbench(engines, Optional.of(shown), models.networks(), Version.text());
        try {
            workbench.run(project, demo, System.err::println);
        } catch (UnsupportedOperationException _) { // DISPLAY names a screen that does not answer
            throw new NoScreenException();
        }
    }

    @Override
    public void kiosk(LineupFolder study, int machine, int machines, String code)
            throws WorkException, InterruptedException {
        var order = new KioskOrder(study, "kiosk-" + machine, machine - 1, machines, code);
        new Workbench(engines, Optional.empty(), Version.text()).kiosk(order);
    }
}
