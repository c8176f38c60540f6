/// Extractors: faces in, vectors out, in batches.
@NullMarked
@Room(
        doors = {"face", "vector", "work"},
        tools = {"com.fasterxml.jackson"},
        why = "An extractor is its card and its answers, not the engine that runs it.")
package revisage.extract;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
