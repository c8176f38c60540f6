/// The gallery screen.
@NullMarked
@Room(
        doors = {
            "face",
            "extract",
            "match",
            "people",
            "store",
            "study",
            "project",
            "work",
            "window",
            "window.extractors"
        },
        tools = {"javafx", "atlantafx", "org.controlsfx", "org.kordamp.ikonli"},
        why = "One screen, one package: who could be found, and whose pictures could not be used.")
package revisage.window.gallery;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
