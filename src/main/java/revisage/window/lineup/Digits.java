package revisage.window.lineup;

import javafx.scene.input.KeyEvent;

import java.util.OptionalInt;

/// Digits above the letters and beside them.
final class Digits {

    private Digits() {}

    /// 0..9, if the key is one.
    static OptionalInt of(KeyEvent event) {
        if (!event.getCode().isDigitKey() || event.isControlDown() || event.isAltDown()) {
            return OptionalInt.empty();
        }
        String name = event.getCode().getName();
        return OptionalInt.of(name.charAt(name.length() - 1) - '0');
    }
}
