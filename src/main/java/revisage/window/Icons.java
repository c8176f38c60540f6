package revisage.window;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons and buttons that carry one, always with a name for those who cannot see them.
public final class Icons {

    private static final Duration SOON = Duration.millis(350);

    private Icons() {}

    /// @param name for example `fth-x`
    public static FontIcon of(String name) {
        var icon = new FontIcon(name);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /// A flat square button.
    public static Button button(String icon, String name, Runnable run) {
        var button = new Button("", of(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        name(button, name);
        button.setOnAction(_ -> run.run());
        return button;
    }

    /// Gives a button without words its name.
    public static void name(Button button, String name) {
        button.setAccessibleText(name);
        var tip = new Tooltip(name);
        tip.setShowDelay(SOON);
        button.setTooltip(tip);
    }
}
