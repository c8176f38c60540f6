/// Training of extractors and reconstructors: the plan, the faces, the loop, the yardstick on
/// held-out people. What learns is behind [Trainee] and [ReconstructorTrainee].
@NullMarked
@Room(
        doors = {
            "face",
            "algebra",
            "people",
            "extract",
            "vector",
            "reconstruct",
            "measure",
            "store",
            "work"
        },
        tools = {"org.slf4j", "com.fasterxml.jackson"},
        why = "The loop is ours and visible; no engine is needed to read or to test it.")
package revisage.train;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
