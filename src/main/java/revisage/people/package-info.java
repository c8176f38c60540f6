/// People: labelled folders of faces, and reading them ahead of whoever needs the pixels.
@NullMarked
@Room(
        doors = {"face", "work"},
        tools = {"org.apache.commons.csv"},
        why = "Whose face a picture shows is known here and nowhere else.")
package revisage.people;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
