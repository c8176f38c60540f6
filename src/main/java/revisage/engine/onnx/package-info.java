/// ONNX Runtime behind the corridor's interfaces.
@NullMarked
@Room(
        doors = {"face", "algebra", "vector", "extract", "reconstruct", "engine.graph", "work"},
        tools = {"ai.onnxruntime", "ai.onnx.proto", "com.google.protobuf", "org.slf4j"},
        why = "ONNX Runtime and nothing else: extractors, generators and big matrix products.")
package revisage.engine.onnx;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
