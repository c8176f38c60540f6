/// Faces and photographs as plain pixels, the alignment template, and who can decode and find them.
@NullMarked
@Room(
        doors = {"work"},
        tools = {},
        why = "Nouns of the field stay usable without any engine or window.")
package revisage.face;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
