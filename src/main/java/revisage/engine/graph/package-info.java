/// Words for the graphs that ONNX files hold.
@NullMarked
@Room(
        doors = {},
        tools = {"ai.onnx.proto", "com.google.protobuf"},
        why =
                "ONNX's messages and nothing else: the room that writes networks and the one that"
                        + " rewrites them say numbers alike.")
package revisage.engine.graph;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
