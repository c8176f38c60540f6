package revisage.study;

import revisage.reconstruct.ReconstructorSpec;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Searches by the names that plans, tables and the command line use.
public final class SearchChoice {

    /// Those of the method `eigenfaces`; `linear` is a method of its own.
    public static final List<String> SEARCHES = List.of("full-vector", "score", "reference");

    /// Queries a target where none are named: where the curve has flattened on real faces.
    private static final long FULL_VECTOR = 1_500;

    /// A tenth of the published procedure's.
    private static final long SCORE = 1_500;

    private SearchChoice() {}

    /// @param name one of [#SEARCHES], or `linear`
    /// @param queries a target, at most; the search's own default if none. `reference` makes whole
    ///   iterations of 64
    /// @param enough stop at this cosine, for searches that can
    public static ReconstructorSpec spec(String name, OptionalLong queries, OptionalDouble enough) {
        return switch (name) {
            case "linear" -> new ReconstructorSpec.Linear();
            case "full-vector" ->
                    new ReconstructorSpec.FullVector(queries.orElse(FULL_VECTOR), enough);
            case "score" -> new ReconstructorSpec.Score(queries.orElse(SCORE), enough);
            case "reference" -> reference(queries);
            default -> throw new IllegalArgumentException("no search named " + name);
        };
    }

    private static ReconstructorSpec reference(OptionalLong queries) {
        var published = ReconstructorSpec.Reference.PUBLISHED;
        long iterations =
                queries.isPresent()
                        ? Math.max(1, queries.getAsLong() / published.batch())
                        : published.iterations();
        return new ReconstructorSpec.Reference(
                published.batch(),
                Math.toIntExact(iterations),
                published.starts(),
                published.iterationsAStart(),
                published.stepLength());
    }
}
