/// Face recognition services on this machine: the wire protocol of each with a local extractor
/// behind it, and the troubles that wires have.
@NullMarked
@Room(
        doors = {"cloud", "face", "vector", "extract", "match", "work"},
        tools = {
            "com.sun.net.httpserver",
            "com.fasterxml.jackson",
            "java.net",
            "java.awt",
            "javax.imageio"
        },
        why =
                "A simulator is written from the provider's documents, not from our client: it sees"
                        + " the wire and no engine.")
package revisage.cloud.simulate;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
