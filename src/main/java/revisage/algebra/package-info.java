/// Matrices: products (an engine does them), least squares, principal axes.
@NullMarked
@Room(
        doors = {"work"},
        tools = {"org.ejml"},
        why =
                "Big products are asked of an engine through one interface, small problems of a"
                        + " library; no method writes its own.")
package revisage.algebra;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
