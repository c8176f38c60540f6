package revisage.study;

import revisage.people.PhotoCount;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a benchmark measures, and on what.
///
/// People with one photo are the attacker's public faces, one photo each of people with two or more
/// is a target, everybody is in the gallery.
///
/// @param extractor F: its vectors leaked
/// @param matcher F': it looks for the people
/// @param images a labelled folder
/// @param out the output folder, new or of an earlier benchmark
/// @param targets how many, 1 or more
/// @param seed of everything that is drawn
/// @param components principal axes, at most
/// @param budgets queries a target, rising; 0 stands for the linear method
/// @param scoreTargets on which `score` and `reference` race for the goal
/// @param referenceTargets on which `reference` spends its whole budget
/// @param referenceQueries that budget
/// @param goal the cosine they race for
/// @param speedQueries a target, for the measurement of speed
/// @param slice time before search and bare extractor change places
/// @param pairs of measurements of the sweep
/// @param networks trained reconstructors, of any extractor, for `generators`
/// @param parts what is measured
public record BenchPlan(
        Path extractor,
        Path matcher,
        Path images,
        Path out,
        int targets,
        long seed,
        int components,
        List<Integer> budgets,
        int scoreTargets,
        int referenceTargets,
        int referenceQueries,
        double goal,
        int speedQueries,
        Duration slice,
        int pairs,
        List<Path> networks,
        Set<Part> parts) {

    /// Part of a benchmark.
    public enum Part {
        /// Rates over queries of the full-vector search.
        CURVE,

        /// Queries a second of the searches, beside the bare extractor's.
        SPEED,

        /// How many queries `score` and `reference` need for one cosine.
        SCORE,

        /// The published search with its whole budget.
        REFERENCE,

        /// What the cells of a sweep cost beside the scoring.
        SWEEP,

        /// Vectors a second that trained networks turn into faces.
        GENERATORS
    }

    /// Lengths of the list looked at.
    static final List<Integer> KS = List.of(1, 5, 25);

    public BenchPlan {
        budgets = List.copyOf(budgets);
        networks = List.copyOf(networks);
        parts = Set.copyOf(parts);
    }

    /// The same as a plan of a study. Of people with one photo.
    StudyPlan.Faces publicFaces() {
        return new StudyPlan.Faces(
                images.toAbsolutePath().toString(), people(Optional.of(1), Optional.empty()));
    }

    StudyPlan study() {
        String faces = images.toAbsolutePath().toString();
        return new StudyPlan(
                StudyPlan.SCHEMA,
                Optional.of("Benchmark"),
                seed,
                Optional.empty(),
                List.of(onnx()),
                List.of(matcherOnnx()),
                Optional.empty(),
                Optional.of(
                        StudyPlan.Basis.fitted(
                                faces, people(Optional.of(1), Optional.empty()), components)),
                new StudyPlan.Targets(faces, people(Optional.empty(), Optional.of(2)), targets),
                new StudyPlan.Faces(faces, Optional.empty()),
                List.of(attack(0)),
                new StudyPlan.Matching(KS, List.of(2), Optional.empty()));
    }

    String onnx() {
        return extractor.toAbsolutePath().toString();
    }

    String matcherOnnx() {
        return matcher.toAbsolutePath().toString();
    }

    /// @param budget queries a target
    StudyPlan.Attack attack(int budget) {
        return budget == 0
                ? search("linear", Optional.empty(), Optional.empty(), targets)
                : search("full-vector", Optional.of(budget), Optional.empty(), targets);
    }

    StudyPlan.Attack score() {
        return search("score", Optional.empty(), Optional.of(goal), scoreTargets);
    }

    /// @param count of targets
    StudyPlan.Attack reference(int count) {
        return search("reference", Optional.of(referenceQueries), Optional.empty(), count);
    }

    private StudyPlan.Attack search(
            String name, Optional<Integer> queries, Optional<Double> enough, int count) {
        return new StudyPlan.Attack(
                name,
                Optional.empty(),
                queries,
                Optional.empty(),
                enough,
                Optional.of(Math.min(count, targets)));
    }

    private static Optional<PhotoCount> people(Optional<Integer> photos, Optional<Integer> least) {
        return Optional.of(new PhotoCount(photos, least, Optional.empty()));
    }
}
