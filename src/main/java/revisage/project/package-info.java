/// A project: what is examined, with what, and where one was.
@NullMarked
@Room(
        doors = {"extract", "work"},
        tools = {},
        why =
                "A project is one readable file; window and command line read the same one, and"
                        + " neither owns it.")
package revisage.project;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
