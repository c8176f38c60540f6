package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import revisage.engine.graph.Tensors;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.extract.ModelOutline;
import revisage.extract.ModelOutline.Port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes into a model and what comes out, as the file says.
final class ModelPorts {

    private ModelPorts() {}

    /// What the file says of itself.
    static ModelOutline outline(ModelFile file) {
        GraphProto graph = file.proto().getGraph();
        return new ModelOutline(
                file.sha256(),
                file.bytes(),
                ModelScan.opset(file.proto()).orElse(0L),
                file.proto().getProducerName(),
                inputs(graph),
                graph.getOutputList().stream().map(ModelPorts::port).toList());
    }

    /// Faces a call if the file fixes them, else empty.
    static Optional<Integer> fixedBatch(ModelFile file) {
        long batch = inputs(file.proto().getGraph()).getFirst().shape().getFirst();
        return batch > 0 ? Optional.of((int) batch) : Optional.empty();
    }

    /// @throws ModelException if the file is another one, or wants or gives something else, than
    ///   the card says
    static void mustFit(ModelFile file, ModelCard card) throws ModelException {
        if (!file.sha256().equals(card.sha256())) {
            throw new ModelException(
                    "The model %s is not the one its card '%s' describes (SHA-256 %s, the card says %s)."
                            .formatted(file.path(), card.name(), file.sha256(), card.sha256()),
                    "Fetch the right file, or let 'revisage extractor probe' write a new card.");
        }
        GraphProto graph = file.proto().getGraph();
        List<Port> inputs = inputs(graph);
        if (inputs.size() != 1) {
            throw misfit(
                    file,
                    "has %d inputs (%s), an extractor has one"
                            .formatted(inputs.size(), names(inputs)));
        }
        mustFit(file, inputs.getFirst(), card.input());
        Port output =
                graph.getOutputList().stream()
                        .map(ModelPorts::port)
                        .filter(p -> p.name().equals(card.output().name()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        misfit(
                                                file,
                                                "has no output '%s' (it has %s)"
                                                        .formatted(
                                                                card.output().name(),
                                                                names(outline(file).outputs()))));
        mustBeFloat(file, output);
        List<Long> face = output.shape().stream().skip(1).toList();
        long values = face.stream().reduce(1L, (a, b) -> a * b);
        if (!output.shape().isEmpty()
                && face.stream().allMatch(s -> s > 0)
                && values != card.dimension()) {
            throw misfit(
                    file,
                    "gives %d numbers a face, its card says %d"
                            .formatted(values, card.dimension()));
        }
    }

    private static void mustFit(ModelFile file, Port input, ModelCard.Input wanted)
            throws ModelException {
        if (!input.name().equals(wanted.name())) {
            throw misfit(
                    file,
                    "has the input '%s', its card says '%s'"
                            .formatted(input.name(), wanted.name()));
        }
        mustBeFloat(file, input);
        if (input.shape().size() != 4) {
            throw misfit(
                    file,
                    "wants an input of %d axes, faces in batches have 4"
                            .formatted(input.shape().size()));
        }
        List<Long> face =
                switch (wanted.layout()) {
                    case NCHW -> List.of(3L, (long) wanted.height(), (long) wanted.width());
                    case NHWC -> List.of((long) wanted.height(), (long) wanted.width(), 3L);
                };
        for (int axis = 1; axis < 4; axis++) {
            long side = input.shape().get(axis);
            if (side > 0 && side != face.get(axis - 1)) {
                throw misfit(
                        file,
                        "wants an input of %s (batch first), its card says %s"
                                .formatted(input.shape(), face));
            }
        }
        if (input.shape().getFirst() > 1024) {
            throw misfit(
                    file,
                    "wants %d faces a call, 1024 are the most".formatted(input.shape().getFirst()));
        }
    }

    private static void mustBeFloat(ModelFile file, Port port) throws ModelException {
        if (!port.type().equals("float32")) {
            throw misfit(
                    file,
                    "has '%s' as %s, only float32 is known".formatted(port.name(), port.type()));
        }
    }

    private static ModelException misfit(ModelFile file, String fault) {
        return new ModelException(
                "The model %s %s.".formatted(file.path(), fault),
                "Ask 'revisage extractor probe' what the file wants, and correct the card.");
    }

    private static String names(List<Port> ports) {
        return ports.stream().map(Port::name).collect(Collectors.joining(", "));
    }

    private static List<Port> inputs(GraphProto graph) {
        Set<String> weights =
                Stream.concat(
                                graph.getInitializerList().stream().map(TensorProto::getName),
                                graph.getSparseInitializerList().stream()
                                        .map(s -> s.getValues().getName()))
                        .collect(Collectors.toSet());
        return graph.getInputList().stream()
                .filter(i -> !weights.contains(i.getName()))
                .map(ModelPorts::port)
                .toList();
    }

    private static Port port(ValueInfoProto value) {
        var tensor = value.getType().getTensorType();
        return new Port(
                value.getName(),
                value.getType().hasTensorType()
                        ? Tensors.typeName(tensor.getElemType())
                        : "no tensor",
                tensor.getShape().getDimList().stream()
                        .map(d -> d.hasDimValue() && d.getDimValue() > 0 ? d.getDimValue() : -1)
                        .toList());
    }
}
