/// The house. Only [Room] lives on the doorstep.
@NullMarked
@Room(
        doors = {},
        tools = {},
        why = "The doorstep holds the one word that every room needs.")
package revisage;

import org.jspecify.annotations.NullMarked;
