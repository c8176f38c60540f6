/// Recognisers that somebody else runs: what they can be asked, and the guard before each call.
@NullMarked
@Room(
        doors = {"face", "extract", "match", "store", "work"},
        tools = {"java.net", "dev.failsafe"},
        why = "Nothing is sent and nothing is spent that was not confirmed; wires are engines.")
package revisage.cloud;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
