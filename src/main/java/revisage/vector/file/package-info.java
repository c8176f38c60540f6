/// The formats, one file each, told by content.
@NullMarked
@Room(
        doors = {"vector", "work"},
        tools = {"com.fasterxml.jackson", "org.apache.commons.csv"},
        why =
                "What a stranger's file claims is checked here; behind this room a vector is a"
                        + " vector.")
package revisage.vector.file;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
