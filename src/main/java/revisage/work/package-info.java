/// Long-running work: how it tells where it stands, how it is stopped, what can go wrong, dice,
/// hashes.
@NullMarked
@Room(
        doors = {},
        tools = {"java.security", "org.apache.commons.text"},
        why = "Long work can be watched and stopped without knowing who watches.")
package revisage.work;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
