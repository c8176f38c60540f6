/// The visual study: its screen for the analyst, and the kiosk for participants.
@NullMarked
@Room(
        doors = {
            "chart",
            "lineup",
            "lineup.analysis",
            "lineup.page",
            "measure",
            "study",
            "project",
            "work",
            "window"
        },
        tools = {"javafx", "atlantafx", "org.kordamp.ikonli"},
        why =
                "One screen, one package; the kiosk is built from questionnaires, so it cannot show"
                        + " what a participant must not know.")
package revisage.window.lineup;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
