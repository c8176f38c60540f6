package revisage.study;

import revisage.extract.Extractor;
import revisage.store.StoredBasis;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A basis that was made before becomes what the searches walk along.
///
/// Outputs: `basis.safetensors`, `step.json`.
///
/// @param onnx F, as the plan names it
/// @param basis prepared for F
record GivenBasisStep(Bench bench, String onnx, Path basis) implements Step {

    @Override
    public String name() {
        return "basis-" + Bench.label(onnx);
    }

    @Override
    public String settings() {
        return "given";
    }

    @Override
    public Map<String, String> inputs() throws WorkException, InterruptedException {
        Map<String, String> inputs = bench.inputs(onnx);
        inputs.put("basis", Sha256.of(basis));
        return inputs;
    }

    /// @throws revisage.store.StoreException if the basis was not prepared for F
    @Override
    public void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        try (Extractor extractor = bench.open(onnx)) {
            StoredBasis.read(basis).knowledgeOf(extractor.card(), basis);
            WholeFile.write(
                    "copy the basis",
                    folder.resolve(BasisStep.BASIS),
                    half -> Files.copy(basis, half, StandardCopyOption.REPLACE_EXISTING));
            bench.note(extractor.device(), List.of()).write(folder);
        }
    }
}
