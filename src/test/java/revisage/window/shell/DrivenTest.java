package revisage.window.shell;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

import revisage.study.FakeEngines;

import java.nio.file.Path;

/// A test that drives the whole window.
@ExtendWith(ApplicationExtension.class)
abstract class DrivenTest {

    @TempDir Path folder;

    DrivenWindow driven;

    @BeforeEach
    final void openWindow() {
        driven = DrivenWindow.onScreen(() -> open(new Stage()));
    }

    /// On the screen's thread.
    DrivenWindow open(Stage stage) throws Exception {
        return new DrivenWindow(stage, folder, new FakeEngines());
    }

    @AfterEach
    final void closeWindow() {
        DrivenWindow.act(driven.stage()::close);
        driven.close();
    }
}
