package revisage.study;

import revisage.algebra.Products;
import revisage.extract.Extractor;
import revisage.reconstruct.Decoder;
import revisage.reconstruct.EigenBasis;
import revisage.reconstruct.FullVectorSearch;
import revisage.reconstruct.LinearEstimate;
import revisage.reconstruct.ReconstructorSpec;
import revisage.reconstruct.ReferenceSearch;
import revisage.reconstruct.ScoreAnswers;
import revisage.reconstruct.ScoreSearch;
import revisage.reconstruct.SearchRun;
import revisage.reconstruct.SharedKnowledge;
import revisage.reconstruct.VectorAnswers;
import revisage.work.Kept;
import revisage.work.WorkException;

import java.util.Optional;
import java.util.function.LongSupplier;

/// Searches in a basis of eigenfaces, each with the access it may have and no more.
public final class BasisSearches implements Searches, AutoCloseable {

    private final ReconstructorSpec spec;
    private final EigenBasis basis;
    private final Optional<SharedKnowledge> knowledge;
    private final Extractor extractor;
    private final Decoder decoder;
    private LongSupplier asked = () -> 0;

    /// @param spec as the searches are told, see [ReconstructionRun#searched]
    /// @param knowledge of this extractor; all but `reference` need it
    /// @param extractor stays the caller's
    /// @param products stays the caller's
    public BasisSearches(
            ReconstructorSpec spec,
            EigenBasis basis,
            Optional<SharedKnowledge> knowledge,
            Extractor extractor,
            Products products)
            throws WorkException {
        this.spec = spec;
        this.basis = basis;
        this.knowledge = knowledge;
        this.extractor = extractor;
        this.decoder = new Decoder(basis, products);
    }

    /// Whether a spec needs [SharedKnowledge].
    public static boolean needsKnowledge(ReconstructorSpec spec) {
        return switch (spec) {
            case ReconstructorSpec.Linear _,
                    ReconstructorSpec.FullVector _,
                    ReconstructorSpec.Score _ ->
                    true;
            case ReconstructorSpec.Reference _, ReconstructorSpec.Trained _ -> false;
        };
    }

    @Override
    public SearchRun begin(Group group) throws WorkException, InterruptedException {
        return run(group, Optional.empty());
    }

    @Override
    public SearchRun resume(Group group, Kept kept) throws WorkException, InterruptedException {
        return run(group, Optional.of(kept));
    }

    private SearchRun run(Group group, Optional<Kept> kept)
            throws WorkException, InterruptedException {
        return switch (spec) {
            case ReconstructorSpec.Linear _ ->
                    new LinearEstimate(group.vectors(), knowledge.orElseThrow(), decoder);
            case ReconstructorSpec.FullVector full -> fullVector(full, group, kept);
            case ReconstructorSpec.Score score -> score(score, group, kept);
            case ReconstructorSpec.Reference reference -> reference(reference, group, kept);
            case ReconstructorSpec.Trained trained ->
                    throw new IllegalArgumentException("a network searches nothing: " + trained);
        };
    }

    private SearchRun fullVector(
            ReconstructorSpec.FullVector full, Group group, Optional<Kept> kept) {
        var search =
                new FullVectorSearch(
                        group.vectors().data(), knowledge.orElseThrow(), decoder, vectors(), full);
        kept.ifPresent(search::restore);
        return search;
    }

    private SearchRun reference(
            ReconstructorSpec.Reference reference, Group group, Optional<Kept> kept) {
        var search = new ReferenceSearch(reference, basis, decoder, scores(group), seeds(group));
        kept.ifPresent(search::restore);
        return search;
    }

    private SearchRun score(ReconstructorSpec.Score score, Group group, Optional<Kept> kept) {
        var search =
                new ScoreSearch(
                        knowledge.orElseThrow(), decoder, scores(group), score, seeds(group));
        kept.ifPresent(search::restore);
        return search;
    }

    private static long[] seeds(Group group) {
        return group.seeds().stream().mapToLong(seed -> seed).toArray();
    }

    private ScoreAnswers scores(Group group) {
        var access = new ScoreAnswers(extractor, group.vectors());
        count(access::asked);
        return access;
    }

    private VectorAnswers vectors() {
        var access = new VectorAnswers(extractor);
        count(access::asked);
        return access;
    }

    private void count(LongSupplier more) {
        LongSupplier before = asked;
        asked = () -> before.getAsLong() + more.getAsLong();
    }

    @Override
    public long asked() {
        return asked.getAsLong();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
