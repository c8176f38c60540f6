package revisage.window.lineup;

import revisage.lineup.AnswerLog;

/// Opens a kiosk in a window of its own.
public interface Kiosks {

    /// @param log of the order's machine
    /// @param left told when somebody left it with the code
    void open(KioskOrder order, AnswerLog log, Runnable left);
}
