/// The window itself: rail, start page, tasks, palette, and what all of it is wired to.
@NullMarked
@Room(
        doors = {
            "lineup",
            "project",
            "reconstruct",
            "study",
            "work",
            "window",
            "window.leak",
            "window.extractors",
            "window.gallery",
            "window.reconstruct",
            "window.matches",
            "window.risk",
            "window.cloud",
            "window.lineup",
            "window.export"
        },
        tools = {"javafx", "atlantafx", "org.kordamp.ikonli", "java.net"},
        why = "The frame knows the screens; no screen knows the frame.")
package revisage.window.shell;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
