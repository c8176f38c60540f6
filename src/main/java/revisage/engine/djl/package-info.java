/// DJL's PyTorch behind the corridor's interfaces: networks, losses and steps of training.
@NullMarked
@Room(
        doors = {"face", "algebra", "vector", "extract", "train", "engine.graph", "work"},
        tools = {"ai.djl", "ai.onnx.proto", "com.google.protobuf"},
        why = "DJL and nothing else; what a network is stays readable without it.")
package revisage.engine.djl;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
