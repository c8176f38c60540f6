/// From feature vector back to face.
@NullMarked
@Room(
        doors = {"face", "algebra", "vector", "extract", "work"},
        tools = {"org.apache.commons.rng", "org.ejml"},
        why = "A reconstructor is defined by vectors in and faces out, not by an engine.")
package revisage.reconstruct;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
