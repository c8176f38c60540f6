package revisage.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import revisage.train.Trainings;

import java.nio.file.Path;

/// What every training is told.
final class TrainingOptions {

    @Parameters(paramLabel = "PLAN.json", description = "The plan.")
    Path plan = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The output folder: new, or one of the same plan.")
    Path out = Path.of("");

    @Option(
            names = "--finish",
            description = "Do not go on: write the network as the last checkpoint has it.")
    private boolean finish;

    @Option(
            names = "--fetch-cuda",
            description = {
                "Where a CUDA card is: let PyTorch's CUDA libraries (about 2.5 GB) be downloaded"
                        + " once from publish.djl.ai. Without this nothing is ever downloaded."
            })
    private boolean fetchCuda;

    Trainings.Order order() {
        return new Trainings.Order(out, finish, fetchCuda);
    }
}
