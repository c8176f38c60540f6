/// People: labelled folders of faces.
@NullMarked
@Room(
        doors = {"face", "work"},
        tools = {},
        why = "Whose face a picture shows is known here and nowhere else.")
package revisage.people;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
