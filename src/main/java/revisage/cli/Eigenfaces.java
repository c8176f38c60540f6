package revisage.cli;

import picocli.CommandLine.Command;

/// The group of verbs about bases of eigenfaces.
@Command(
        name = "eigenfaces",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB",
        description = "Make and look at bases of eigenfaces.",
        footer = {
            "",
            "Example: revisage eigenfaces fit --images public/ --extractor F.onnx --out"
                    + " basis.safetensors"
        })
final class Eigenfaces {}
