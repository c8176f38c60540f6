package revisage.study;

import revisage.algebra.Products;
import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.reconstruct.ReconstructorSpec;
import revisage.reconstruct.SharedKnowledge;
import revisage.store.StoredBasis;
import revisage.vector.VectorSet;
import revisage.work.Sha256;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Leaked vectors become faces: a [ReconstructionRun] with a basis from a file.
///
/// @param leaked all of them are targets
/// @param extractor attacked; stays the caller's
/// @param basis a file that `revisage eigenfaces fit` wrote
/// @param spec with the whole budget of a target
/// @param longest time a target, if limited
/// @param device for the big products
/// @param out folder, new or of the same run
public record VectorAttack(
        VectorSet leaked,
        Extractor extractor,
        Path basis,
        ReconstructorSpec spec,
        long seed,
        Optional<Duration> longest,
        DeviceChoice device,
        Engines engines,
        Path out)
        implements Work<ReconstructionEvent, ReconstructionRun.Result> {

    /// @throws revisage.store.StoreException if the basis was not prepared for this extractor and
    ///   the search needs that, or the folder holds another run
    /// @throws revisage.vector.VectorFileException if a vector has no direction, or the extractor
    ///   has another dimension
    @Override
    public ReconstructionRun.Result run(Consumer<? super ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        return run(UnaryOperator.identity(), events);
    }

    /// @param watched puts something between the run and its searches
    ReconstructionRun.Result run(
            UnaryOperator<Searches> watched, Consumer<? super ReconstructionEvent> events)
            throws WorkException, InterruptedException {
        leaked.requireDimension(extractor.card().dimension(), extractor.card().name());
        StoredBasis stored = StoredBasis.read(basis);
        Optional<SharedKnowledge> knowledge =
                BasisSearches.needsKnowledge(spec)
                        ? Optional.of(stored.knowledgeOf(extractor.card(), basis))
                        : Optional.empty();
        try (Products products = engines.products(device);
                var searches =
                        new BasisSearches(
                                ReconstructionRun.searched(spec),
                                stored.basis(),
                                knowledge,
                                extractor,
                                products)) {
            return new ReconstructionRun(
                            leaked,
                            spec,
                            watched.apply(searches),
                            Sha256.of(basis),
                            seed,
                            longest,
                            extractor,
                            out,
                            ReconstructionRun.KEEP_EVERY)
                    .run(events);
        }
    }
}
