/// The risk screen.
@NullMarked
@Room(
        doors = {
            "chart",
            "extract",
            "measure",
            "store",
            "study",
            "inquiry",
            "project",
            "work",
            "window",
            "window.extractors",
            "window.gallery"
        },
        tools = {"javafx", "atlantafx", "org.controlsfx", "org.kordamp.ikonli"},
        why = "One screen, one package: what a leak gives away, as curves and as a sentence.")
package revisage.window.risk;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
