package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;

import revisage.extract.DeviceChoice;
import revisage.extract.ModelException;
import revisage.extract.ModelOutline;
import revisage.face.FaceBatch;
import revisage.reconstruct.Generator;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.reconstruct.Generators;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens ONNX files as generators, with the same suspicion as extractors: read once, looked
/// through, compared with the card, tried on two vectors.
public final class OnnxGenerators implements Generators {

    /// Steps of 255 that rounding may differ by.
    private static final float SAME = 0.05f;

    @Override
    public Generator open(Path onnx, DeviceChoice device)
            throws WorkException, InterruptedException {
        ModelFile file = ModelFile.read(onnx);
        GeneratorCard card = GeneratorCards.beside(onnx);
        mustFit(file, card);
        int cores = Runtime.getRuntime().availableProcessors();
        var plain = new OnnxGenerator(card, OnnxSession.open(file.proto(), device, cores), cores);
        try {
            FaceBatch truth = plain.mustSpeak();
            Optional<ModelProto> faster =
                    plain.onCuda() ? Optional.empty() : UpRewrite.of(file.proto());
            return faster.isPresent() ? faster(plain, faster.get(), truth, cores) : plain;
        } catch (WorkException | RuntimeException | InterruptedException e) {
            plain.close();
            throw e;
        }
    }

    /// The network in other words, if it makes the same faces.
    private static Generator faster(
            OnnxGenerator plain, ModelProto words, FaceBatch truth, int cores)
            throws WorkException, InterruptedException {
        var faster =
                new OnnxGenerator(
                        plain.card(), OnnxSession.open(words, DeviceChoice.CPU, cores), cores);
        boolean same = true;
        try {
            FaceBatch faces = faster.mustSpeak();
            for (int i = 0; same && i < truth.pixels().length; i++) {
                same = Math.abs(faces.pixels()[i] - truth.pixels()[i]) <= SAME;
            }
        } catch (WorkException | RuntimeException | InterruptedException e) {
            faster.close();
            throw e;
        }
        (same ? plain : faster).close();
        return same ? faster : plain;
    }

    private static void mustFit(ModelFile file, GeneratorCard card) throws ModelException {
        if (!file.sha256().equals(card.sha256())) {
            throw new ModelException(
                    "The generator %s is not the one its card '%s' describes (SHA-256 %s, the card says %s)."
                            .formatted(file.path(), card.name(), file.sha256(), card.sha256()),
                    "Fetch the right file, or correct the card.");
        }
        ModelOutline outline = ModelPorts.outline(file);
        List<ModelOutline.Port> inputs = outline.inputs();
        if (inputs.size() != 1 || !inputs.getFirst().name().equals(card.input().name())) {
            throw misfit(
                    file,
                    "does not have the one input '%s' that its card names"
                            .formatted(card.input().name()));
        }
        int d = card.input().dimension();
        mustBe(file, inputs.getFirst(), List.of((long) d));
        Optional<ModelOutline.Port> output =
                outline.outputs().stream()
                        .filter(o -> o.name().equals(card.output().name()))
                        .findFirst();
        if (output.isEmpty()) {
            throw misfit(file, "has no output '%s'".formatted(card.output().name()));
        }
        long side = card.output().side();
        mustBe(
                file,
                output.get(),
                switch (card.output().layout()) {
                    case NCHW -> List.of(3L, side, side);
                    case NHWC -> List.of(side, side, 3L);
                });
    }

    private static void mustBe(ModelFile file, ModelOutline.Port port, List<Long> wanted)
            throws ModelException {
        List<Long> shape = port.shape();
        boolean fits = port.type().equals("float32") && shape.size() == wanted.size() + 1;
        for (int i = 0; fits && i < wanted.size(); i++) {
            long said = shape.get(i + 1);
            fits = said <= 0 || said == wanted.get(i);
        }
        fits &= shape.isEmpty() || shape.getFirst() <= 0;
        if (!fits) {
            throw misfit(
                    file,
                    "has '%s' as %s of shape %s (batch first, -1 is any), its card says float32 and %s"
                            .formatted(port.name(), port.type(), shape, wanted));
        }
    }

    static ModelException misfit(ModelFile file, String fault) {
        return new ModelException(
                "The generator %s %s.".formatted(file.path(), fault),
                "Correct the card, or export the network with an open first axis.");
    }

    static ModelException failed(GeneratorCard card, OrtException e) {
        return new ModelException(
                "ONNX Runtime cannot run the generator %s (%s)."
                        .formatted(card.name(), OnnxSession.reason(e)),
                "Free some memory, or use --device cpu.",
                e);
    }
}
