/// The leak screen.
@NullMarked
@Room(
        doors = {
            "vector",
            "people",
            "chart",
            "extract",
            "study",
            "project",
            "inquiry",
            "work",
            "window",
            "window.extractors"
        },
        tools = {"javafx", "atlantafx", "org.kordamp.ikonli"},
        why = "One screen, one package: what leaked, before anything is done with it.")
package revisage.window.leak;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
