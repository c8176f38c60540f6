package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.reconstruct.GeneratedFaces;
import revisage.reconstruct.Generator;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.ReconstructorSpec;
import revisage.reconstruct.SearchRun;
import revisage.vector.VectorSet;
import revisage.work.Kept;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Leaked vectors become faces by a network that was trained for their extractor.
///
/// @param leaked all of them are targets
/// @param extractor attacked; stays the caller's; it measures the pictures
/// @param network an ONNX file with its card
/// @param out folder, new or of the same run
public record NetworkAttack(
        VectorSet leaked,
        Extractor extractor,
        Path network,
        long seed,
        DeviceChoice device,
        Engines engines,
        Path out)
        implements Work<ReconstructionEvent, ReconstructionRun.Result> {

    /// @throws ModelException if the network is of another extractor
    /// @throws revisage.vector.VectorFileException if a vector has no direction
    @Override
    public ReconstructionRun.Result run(Consumer<? super ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        try (Generator generator = engines.generators().open(network, device)) {
            GeneratorCard card = generator.card();
            requireFit(network, card, extractor.card());
            return new ReconstructionRun(
                            leaked,
                            new ReconstructorSpec.Trained(card.methodName(), card.sha256()),
                            new Making(generator),
                            card.sha256(),
                            seed,
                            Optional.empty(),
                            extractor,
                            out,
                            ReconstructionRun.KEEP_EVERY)
                    .run(events);
        }
    }

    /// @param network for the message
    /// @throws ModelException if the network was trained for another extractor than `own`
    public static void requireFit(Path network, GeneratorCard card, ModelCard own)
            throws ModelException {
        if (!card.extractor().sha256().equals(own.sha256())) {
            throw new ModelException(
                    "The network %s was trained for the extractor '%s' (SHA-256 %s...), not for '%s' (%s...)."
                            .formatted(
                                    network,
                                    card.extractor().name(),
                                    card.extractor().sha256().substring(0, 12),
                                    own.name(),
                                    own.sha256().substring(0, 12)),
                    "Name the extractor it was trained for, or train one for this extractor.");
        }
        if (card.input().dimension() != own.dimension()) {
            throw new ModelException(
                    "The network %s takes vectors of %d numbers, and '%s' gives %d."
                            .formatted(
                                    network, card.input().dimension(), own.name(), own.dimension()),
                    "Correct its card.");
        }
    }

    /// Faces without a search.
    private record Making(Generator generator) implements Searches {

        @Override
        public SearchRun begin(Group group) {
            return new GeneratedFaces(group.vectors(), generator);
        }

        @Override
        public SearchRun resume(Group group, Kept kept) {
            return begin(group);
        }

        @Override
        public long asked() {
            return 0;
        }
    }
}
