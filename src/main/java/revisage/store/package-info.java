/// Galleries, bases, reconstructions, reports and checkpoints on disk.
@NullMarked
@Room(
        doors = {
            "face",
            "algebra",
            "vector",
            "people",
            "people.synthetic",
            "extract",
            "reconstruct",
            "match",
            "measure",
            "chart",
            "table",
            "work"
        },
        tools = {
            "com.fasterxml.jackson",
            "org.apache.commons.csv",
            "java.awt",
            "javax.imageio",
            "org.w3c.dom"
        },
        why = "What is kept on disk is written whole or not at all, and read back with suspicion.")
package revisage.store;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
