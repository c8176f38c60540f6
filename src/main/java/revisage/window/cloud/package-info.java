/// The cloud screen: what would be sent, a person's consent, the meter, what came back.
@NullMarked
@Room(
        doors = {
            "chart",
            "cloud",
            "extract",
            "face",
            "inquiry",
            "project",
            "study",
            "work",
            "window",
            "window.reconstruct"
        },
        tools = {"javafx", "atlantafx", "org.kordamp.ikonli"},
        why = "One screen, one package: nobody sends a face without having seen what it costs.")
package revisage.window.cloud;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
