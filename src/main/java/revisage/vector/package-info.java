/// Vectors: sets of them, and the files they leak in.
@NullMarked
@Room(
        doors = {"work"},
        tools = {"com.fasterxml.jackson", "com.sun.management"},
        why = "A leaked file is read without trusting it and without any engine.")
package revisage.vector;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
