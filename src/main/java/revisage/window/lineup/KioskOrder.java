package revisage.window.lineup;

import revisage.lineup.LineupFolder;

/// One machine that asks participants.
///
/// @param study that is run
/// @param place of its log, for example `kiosk-1`
/// @param machine its number, 0..`machines - 1`
/// @param machines how many run the same study
/// @param code without which nobody leaves the full screen; four signs or more
public record KioskOrder(LineupFolder study, String place, int machine, int machines, String code) {

    /// Shorter codes are guessed.
    public static final int LEAST_CODE = 4;

    public KioskOrder {
        if (machine < 0 || machine >= machines) {
            throw new IllegalArgumentException("machine %d of %d".formatted(machine, machines));
        }
        if (code.length() < LEAST_CODE) {
            throw new IllegalArgumentException("a code has " + LEAST_CODE + " signs or more");
        }
    }
}
