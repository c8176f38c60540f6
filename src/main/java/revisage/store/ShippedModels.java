package revisage.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The models that come with the program: `models/` in its own folder, or in the working tree that
/// it is built from.
///
/// Extractors, basis and networks were made from synthetic people only.
///
/// @param home folder of the program, or of the working tree
public record ShippedModels(Path home) {

    /// A residual network.
    public static final String RES = "res";

    /// An EfficientNet, trained on other people.
    public static final String EFFICIENT = "efficient";

    private static final String REMEDY =
            "Take the whole program folder with its models, or build it from a whole working tree.";

    /// An extractor with its card beside it.
    ///
    /// @param name [#RES] or [#EFFICIENT]
    /// @throws StoreException if it is not there
    public Path extractor(String name) throws StoreException {
        return file(name + ".onnx", "The extractor");
    }

    /// Eigenfaces of synthetic people, prepared for an extractor.
    ///
    /// @param name of the extractor
    /// @throws StoreException if it is not there
    public Path basis(String name) throws StoreException {
        return file("basis-" + name + ".safetensors", "The basis");
    }

    /// A small network that makes faces from vectors, trained on synthetic people.
    ///
    /// @param method `nbnet`, `naive` or `vec2face`
    /// @param extractor name of the extractor
    /// @throws StoreException if it is not there
    public Path network(String method, String extractor) throws StoreException {
        return file(method + "-" + extractor + ".onnx", "The network");
    }

    /// The networks for an extractor that are there, in the order naive, nbnet, vec2face.
    ///
    /// @param extractor name of the extractor
    public List<Path> networks(String extractor) {
        Path folder = home.resolve("models").toAbsolutePath().normalize();
        return Stream.of("naive", "nbnet", "vec2face")
                .map(method -> folder.resolve(method + "-" + extractor + ".onnx"))
                .filter(Files::isRegularFile)
                .toList();
    }

    /// All networks that are there, whatever extractor they were trained for.
    public List<Path> networks() {
        return Stream.of(RES, EFFICIENT).flatMap(e -> networks(e).stream()).toList();
    }

    private Path file(String name, String what) throws StoreException {
        Path file = home.resolve("models").resolve(name).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new StoreException(
                    "%s that comes with the program is not there: %s.".formatted(what, file),
                    REMEDY);
        }
        return file;
    }
}
