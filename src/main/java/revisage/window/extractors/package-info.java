/// The extractors screen.
@NullMarked
@Room(
        doors = {
            "extract",
            "face",
            "people",
            "people.synthetic",
            "study",
            "project",
            "work",
            "window"
        },
        tools = {"javafx", "atlantafx", "org.kordamp.ikonli"},
        why = "One screen, one package: what an extractor is and whether it can be trusted here.")
package revisage.window.extractors;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
