package revisage.cli;

import revisage.lineup.LineupFolder;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;

/// The program's other face. Handed in by `app`, so that no verb knows how a window is made.
public interface Window {

    /// Whether there is a screen to open it on.
    boolean hasScreen();

    /// Opens it and returns when it was closed.
    ///
    /// @param project opened at once
    /// @param demo whether the demo is opened at once
    /// @throws NoScreenException if there is a screen by its name only
    void open(Optional<Path> project, boolean demo) throws WorkException, InterruptedException;

    /// Fills the screen with a visual study and returns when it was left by its code.
    ///
    /// @param machine its number, 1..`machines`
    /// @param code without which nobody leaves
    void kiosk(LineupFolder study, int machine, int machines, String code)
            throws WorkException, InterruptedException;
}
