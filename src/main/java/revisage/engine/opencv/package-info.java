/// OpenCV behind the corridor's interfaces.
@NullMarked
@Room(
        doors = {"face", "work"},
        tools = {"org.opencv"},
        why = "OpenCV and nothing else: decoding, finding and aligning.")
package revisage.engine.opencv;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
