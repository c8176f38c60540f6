/// Azure Face behind the corridor's interfaces.
@NullMarked
@Room(
        doors = {"cloud", "work"},
        tools = {
            "com.azure",
            "com.fasterxml.jackson",
            "com.github.javakeyring",
            "java.awt.image",
            "javax.imageio",
            "java.net",
            "javax.net.ssl"
        },
        why = "Azure's pipeline and nothing else; when to ask and what it may cost is the guard's.")
package revisage.engine.azure;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
