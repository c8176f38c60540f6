/// The matches screen.
@NullMarked
@Room(
        doors = {
            "match",
            "vector",
            "store",
            "study",
            "inquiry",
            "project",
            "work",
            "window",
            "window.leak",
            "window.extractors",
            "window.gallery",
            "window.reconstruct"
        },
        tools = {"javafx", "atlantafx", "org.kordamp.ikonli"},
        why = "One screen, one package: the page that is shown to a board.")
package revisage.window.matches;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
