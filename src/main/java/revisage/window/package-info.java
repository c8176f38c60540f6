/// What all screens share: long work, its list, the project that is open, faces and charts.
@NullMarked
@Room(
        doors = {"face", "people", "chart", "study", "inquiry", "project", "work"},
        tools = {"javafx", "atlantafx", "org.controlsfx", "org.kordamp.ikonli", "org.slf4j"},
        why = "Threads meet the screen here and nowhere else; a screen only says what it wants.")
package revisage.window;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
