/// The export screen.
@NullMarked
@Room(
        doors = {
            "chart",
            "store",
            "study",
            "project",
            "work",
            "window",
            "window.cloud",
            "window.extractors",
            "window.reconstruct",
            "window.risk"
        },
        tools = {"javafx", "atlantafx", "org.kordamp.ikonli"},
        why = "One screen, one package: what goes into a paper.")
package revisage.window.export;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
