package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OrtException;

import revisage.extract.CardFiles;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.Extractors;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.extract.ModelOutline;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Opens ONNX files as extractors: reads the file once, checks it ([ModelFile], [ModelScan],
/// [ModelPorts]), tries it on test images, and on a CPU says its PReLUs in faster words if the
/// answers stay the same.
public final class OnnxExtractors implements Extractors {

    /// Faces a native call on a CPU: more are slower (they leave the cache) and slower to stop.
    private static final int CPU_BLOCK = 4;

    private static final int CUDA_BLOCK = 64;

    /// Lanes on a GPU: one computes while the others convert.
    private static final int CUDA_LANES = 3;

    /// What the rewritten network must reach against the untouched one.
    private static final double SAME = 0.999999;

    @Override
    public Extractor open(Path onnx, DeviceChoice device)
            throws WorkException, InterruptedException {
        ModelFile file = ModelFile.read(onnx);
        return open(file, card(file), device);
    }

    @Override
    public Extractor open(Path onnx, ModelCard card, DeviceChoice device)
            throws WorkException, InterruptedException {
        return open(ModelFile.read(onnx), card, device);
    }

    @Override
    public ModelOutline inspect(Path onnx) throws WorkException {
        return ModelPorts.outline(ModelFile.read(onnx));
    }

    /// The card beside the model, else the program's own for a model it knows by its hash.
    private static ModelCard card(ModelFile file) throws WorkException {
        Path beside = CardFiles.beside(file.path());
        if (Files.exists(beside)) {
            return CardFiles.read(beside);
        }
        return CardFiles.known(file.sha256())
                .orElseThrow(
                        () ->
                                new ModelException(
                                        "The extractor %s has no model card: %s does not exist."
                                                .formatted(file.path(), beside),
                                        "Let 'revisage extractor probe' write one."));
    }

    private static Extractor open(ModelFile file, ModelCard card, DeviceChoice choice)
            throws WorkException, InterruptedException {
        ModelPorts.mustFit(file, card);
        Optional<Integer> fixed = ModelPorts.fixedBatch(file);
        int cores = Runtime.getRuntime().availableProcessors();
        ModelProto plain = constant(file.proto());
        OnnxSession session = OnnxSession.open(plain, choice, cores);
        try {
            Trial trial = Trial.of(file, session.session(), card, fixed);
            String words = session.device();
            Optional<ModelProto> faster =
                    session.cuda() ? Optional.empty() : PreluRewrite.of(plain);
            if (faster.isPresent()) {
                OnnxSession rewritten = OnnxSession.open(faster.get(), DeviceChoice.CPU, cores);
                if (Trial.of(file, rewritten.session(), card, fixed).cosine(trial) >= SAME) {
                    close(session);
                    session = rewritten;
                } else {
                    close(rewritten);
                    words += ", PReLU as it is (rewritten it would answer otherwise)";
                }
            }
            return new OnnxExtractor(
                    card,
                    session,
                    words,
                    fixed.orElse(session.cuda() ? CUDA_BLOCK : CPU_BLOCK),
                    fixed.isPresent(),
                    session.cuda() ? CUDA_LANES : cores,
                    trial.shape());
        } catch (WorkException | RuntimeException e) {
            close(session);
            throw e;
        }
    }

    /// Weights that are also inputs (as old files have them) could be replaced at each call, so
    /// that ONNX Runtime would not prepare them; here they are constant.
    private static ModelProto constant(ModelProto model) {
        GraphProto graph = model.getGraph();
        Set<String> weights =
                graph.getInitializerList().stream()
                        .map(TensorProto::getName)
                        .collect(Collectors.toSet());
        if (graph.getInputList().stream().noneMatch(i -> weights.contains(i.getName()))) {
            return model;
        }
        var inputs =
                graph.getInputList().stream().filter(i -> !weights.contains(i.getName())).toList();
        return model.toBuilder()
                .setIrVersion(Math.max(4, model.getIrVersion())) // before, weights had to be inputs
                .setGraph(graph.toBuilder().clearInput().addAllInput(inputs))
                .build();
    }

    private static void close(OnnxSession session) {
        try {
            session.session().close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
