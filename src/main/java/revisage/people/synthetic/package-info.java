/// People made by code: a seed is a person, a seed and a number is a photo of that person.
@NullMarked
@Room(
        doors = {"face", "work"},
        tools = {"javax.imageio", "java.awt.image"},
        why =
                "Faces that nobody owns: they come from numbers alone, so nothing here reads a file"
                        + " or knows what the faces are for.")
package revisage.people.synthetic;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
