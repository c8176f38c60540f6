package revisage.window.shell;

import javafx.scene.Scene;
import javafx.stage.Stage;

import revisage.lineup.AnswerLog;
import revisage.window.Workspace;
import revisage.window.lineup.Kiosk;
import revisage.window.lineup.KioskOrder;

/// The window that a kiosk fills the screen with.
final class KioskWindow {

    private KioskWindow() {}

    /// @param left told when somebody left it with the code
    static void open(Workspace workspace, KioskOrder order, AnswerLog log, Runnable left) {
        var kiosk = new Kiosk(order, log, workspace.jobs(), workspace.words());
        var stage = new Stage();
        var scene = new Scene(kiosk.root(), 1280, 800);
        new Looks(workspace, scene);
        stage.setTitle(workspace.words().of("app.name"));
        stage.setScene(scene);
        stage.show();
        kiosk.lock(stage, left);
    }
}
