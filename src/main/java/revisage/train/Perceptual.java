package revisage.train;

import java.util.Optional;

/// A loss on features of a network that looks at both faces.
///
/// @param network an ONNX file, or VGG-19 as safetensors with torchvision's names; the program's
///   own extractor `models/res.onnx`
/// @param mode `replace` (as the released code does: features alone) or `add` (as the paper that
///   compares says: beside the pixels); `replace`
/// @param weight of the features beside the pixels, 0..1e9; measured at the switch, so that both
///   gradients have one length at the pixels
public record Perceptual(Optional<String> network, Optional<String> mode, Optional<Double> weight) {

    /// Nothing said.
    static final Perceptual USUAL =
            new Perceptual(Optional.empty(), Optional.empty(), Optional.empty());

    public Perceptual {
        mode.filter(m -> !m.equals("replace") && !m.equals("add"))
                .ifPresent(
                        m -> {
                            throw new IllegalArgumentException(
                                    "mode is replace or add, not '" + m + "'");
                        });
        Settings.within("weight", weight, 0, 1e9);
    }

    Perceptual complete() {
        return new Perceptual(network, Optional.of(mode.orElse("replace")), weight);
    }

    /// Whether the pixels count no longer.
    public boolean replaces() {
        return mode.orElse("replace").equals("replace");
    }
}
