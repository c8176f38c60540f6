package revisage.window;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.ArrayList;
import java.util.function.BooleanSupplier;

/// Something that can be done by name, from the palette or by keys.
///
/// @param name as shown
/// @param keys for example `Shortcut+K` or `Shortcut+Shift+Z`; empty for none
/// @param possible now
public record Command(String name, String keys, BooleanSupplier possible, Runnable run) {

    /// The keys on this system: Command on a Mac, Ctrl elsewhere.
    ///
    /// @throws IllegalArgumentException if there are none
    public KeyCombination combination() {
        KeyCode code = KeyCode.valueOf(keys.replaceFirst("^.*\\+", ""));
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        var held = new ArrayList<KeyCombination.Modifier>();
        if (keys.startsWith("Shortcut+")) {
            held.add(mac ? KeyCombination.META_DOWN : KeyCombination.CONTROL_DOWN);
        }
        if (keys.contains("Shift+")) {
            held.add(KeyCombination.SHIFT_DOWN);
        }
        return new KeyCodeCombination(code, held.toArray(KeyCombination.Modifier[]::new));
    }

    /// Always possible, without keys.
    public static Command of(String name, Runnable run) {
        return new Command(name, "", () -> true, run);
    }

    /// Always possible.
    public static Command of(String name, String keys, Runnable run) {
        return new Command(name, keys, () -> true, run);
    }
}
