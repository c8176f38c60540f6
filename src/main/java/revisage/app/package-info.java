/// Starts the program and joins the rooms.
@NullMarked
@Room(
        doors = {
            "lineup",
            "window.lineup",
            "train",
            "people.synthetic",
            "work",
            "cli",
            "demo",
            "store",
            "study",
            "table",
            "project",
            "window.shell",
            "extract",
            "reconstruct",
            "face",
            "vector",
            "vector.file",
            "algebra",
            "engine.onnx",
            "engine.opencv",
            "engine.duckdb",
            "engine.djl",
            "cloud",
            "engine.aws",
            "engine.azure"
        },
        tools = {"picocli"},
        why = "The key ring: the only place that knows every room.")
package revisage.app;

import org.jspecify.annotations.NullMarked;

import revisage.Room;
