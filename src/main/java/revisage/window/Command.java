package revisage.window;

import java.util.function.BooleanSupplier;

/// Something that can be done by name, from the palette or by keys.
///
/// @param name as shown
/// @param keys for example `Shortcut+K`; empty for none
/// @param possible now
public record Command(String name, String keys, BooleanSupplier possible, Runnable run) {

    /// Always possible, without keys.
    public static Command of(String name, Runnable run) {
        return new Command(name, "", () -> true, run);
    }

    /// Always possible.
    public static Command of(String name, String keys, Runnable run) {
        return new Command(name, keys, () -> true, run);
    }
}
