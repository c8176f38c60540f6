package revisage.window.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import revisage.project.Preferences;
import revisage.window.Workspace;

import java.io.IOException;
import java.io.InputStream;

/// How the window looks: light or dark, as the system does or as one chose, in letters of any size.
final class Looks {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Workspace workspace;
    private final Scene scene;

    Looks(Workspace workspace, Scene scene) {
        this.workspace = workspace;
        this.scene = scene;
        letters("OpenSans-Regular.ttf");
        letters("OpenSans-Semibold.ttf");
        scene.getStylesheets().add(sheet("/revisage/window/bridge.css"));
        scene.getStylesheets().add(sheet("/revisage/window/window.css"));
        scene.getPreferences().colorSchemeProperty().subscribe(_ -> apply()); // the system's
        workspace.preferencesProperty().subscribe(_ -> apply());
    }

    /// The letters of the figures are those of the window.
    private static void letters(String file) {
        try (InputStream in = Looks.class.getResourceAsStream("/revisage/chart/fonts/" + file)) {
            var _ = Font.loadFont(in, 13);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own font " + file + " is broken", e);
        }
    }

    private static String sheet(String name) {
        var url = Looks.class.getResource(name);
        if (url == null) {
            throw new IllegalStateException("the program's own " + name + " is missing");
        }
        return url.toExternalForm();
    }

    private void apply() {
        Preferences preferences = workspace.preferencesProperty().get();
        boolean dark =
                switch (preferences.theme()) {
                    case "dark" -> true;
                    case "light" -> false;
                    default -> scene.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        String sheet =
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
        scene.getRoot().setStyle("-fx-font-size: " + preferences.fontSize() + "px;");
        workspace.darkProperty().set(dark);
    }
}
