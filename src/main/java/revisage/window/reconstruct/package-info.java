/// The reconstruct screen.
@NullMarked
@Room(
        doors = {
            "face",
            "chart",
            "vector",
            "extract",
            "reconstruct",
            "store",
            "study",
            "inquiry",
            "project",
            "work",
            "window",
            "window.leak",
            "window.extractors"
        },
        tools = {"javafx", "atlantafx", "org.controlsfx", "org.kordamp.ikonli"},
        why = "One screen, one package: a face as it forms.")
package revisage.window.reconstruct;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
