/// Who is most alike: galleries, recognisers, rankings.
@NullMarked
@Room(
        doors = {"face", "algebra", "vector", "extract", "work"},
        tools = {},
        why = "A recogniser ranks people for a face; it does not know how the face was made.")
package revisage.match;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
