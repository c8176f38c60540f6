package revisage.study;

import revisage.extract.ModelCard;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.work.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A network that [FakeEngines] can open: any file, with its card.
public final class PaintedNetwork {

    private PaintedNetwork() {}

    /// @param onnx written; its name without the ending is the network's
    /// @param extractor file whose vectors it understands
    public static Path write(Path onnx, String method, String origin, Path extractor)
            throws Exception {
        Files.writeString(onnx, method);
        List<Double> middle = List.of(127.5, 127.5, 127.5);
        String own = onnx.getFileName().toString().replace(".onnx", "");
        String attacked = extractor.getFileName().toString().replace(".onnx", "");
        GeneratorCards.write(
                new GeneratorCard(
                        own,
                        Sha256.of(onnx),
                        method,
                        origin,
                        new GeneratorCard.Input("vector", FakeEngines.DIMENSION, true),
                        new GeneratorCard.Output(
                                "face",
                                112,
                                ModelCard.Channels.RGB,
                                ModelCard.Layout.NCHW,
                                middle,
                                middle),
                        new GeneratorCard.Attacked(attacked, Sha256.of(extractor)),
                        "unknown",
                        "a test",
                        Optional.empty()),
                onnx);
        return onnx;
    }
}
