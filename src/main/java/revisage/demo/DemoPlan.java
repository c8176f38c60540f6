package revisage.demo;

import revisage.store.ShippedModels;
import revisage.store.StoreException;
import revisage.study.StudyPlan;
import revisage.study.StudyPlan.Attack;
import revisage.work.Dice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the demo does, as a study's plan.
///
/// @param people in the gallery
/// @param targets whose vectors leak
/// @param seed of everything that is drawn
record DemoPlan(int people, int targets, long seed, ShippedModels models) {

    /// Of each person.
    static final int PHOTOS = 3;

    /// Lengths of the list that the page tells of.
    static final List<Integer> TOLD = List.of(1, 5, 25);

    /// The page's first number: right person among so many suggestions.
    static final int HEADLINE = 25;

    /// Faces lie here, below the demo's folder.
    static final String PEOPLE = "people";

    private static final List<Integer> QUERIES = List.of(10, 30, 100, 300);
    private static final List<Integer> KS = List.of(1, 5, 10, 15, 20, 25, 30, 35, 40);
    private static final List<Integer> NS =
            List.of(50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000);

    /// Of the people: far from every seed a person would choose, so that nobody the extractors were
    /// trained on is among them.
    long peopleSeed() {
        return Dice.seed(seed, Dice.of("people of the demo"));
    }

    /// The plan, with paths for a file in the demo's folder.
    ///
    /// @throws StoreException if a model is missing
    StudyPlan study() throws StoreException {
        String res = models.extractor(ShippedModels.RES).toString();
        String efficient = models.extractor(ShippedModels.EFFICIENT).toString();
        return new StudyPlan(
                StudyPlan.SCHEMA,
                Optional.of(String.format(Locale.ROOT, "Demo: %,d synthetic people", people)),
                seed,
                Optional.empty(),
                List.of(res),
                List.of(efficient, res),
                Optional.empty(),
                Optional.of(basis()),
                new StudyPlan.Targets(PEOPLE, Optional.empty(), targets),
                new StudyPlan.Faces(PEOPLE, Optional.empty()),
                attacks(),
                new StudyPlan.Matching(
                        KS,
                        Stream.concat(NS.stream().filter(n -> n < people), Stream.of(people))
                                .toList(),
                        Optional.empty()));
    }

    private StudyPlan.Basis basis() throws StoreException {
        String file = models.basis(ShippedModels.RES).toString();
        return new StudyPlan.Basis(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(file));
    }

    /// Networks first, then searches, cheapest first; the last is the one that the page tells of.
    private List<Attack> attacks() {
        var attacks = new ArrayList<Attack>();
        models.networks(ShippedModels.RES).forEach(n -> attacks.add(Attack.network(n.toString())));
        attacks.add(attack("linear", Optional.empty()));
        QUERIES.forEach(q -> attacks.add(attack("full-vector", Optional.of(q))));
        return attacks;
    }

    private static Attack attack(String search, Optional<Integer> queries) {
        return Attack.by(search, queries);
    }

    /// What a layman calls an attack.
    static String name(Attack attack) {
        if (!searches(attack)) {
            String label = attack.label();
            return label.startsWith("nbnet")
                    ? "NBNet"
                    : label.startsWith("naive")
                            ? "Naive (re-creation)"
                            : label.startsWith("vec2face") ? "Vec2Face (re-creation)" : label;
        }
        return switch (attack.search()) {
            case "linear" -> "no question";
            case "full-vector" ->
                    attack.queries().map(q -> q + " questions").orElse("many questions");
            default -> attack.label();
        };
    }

    /// Whether an attack searches; else a trained network answers at once.
    static boolean searches(Attack attack) {
        return attack.network().isEmpty();
    }

    /// What a figure of several methods calls an attack.
    static String methodName(Attack attack) {
        return searches(attack) ? "Eigenfaces, " + name(attack) : name(attack);
    }

    /// Which attacks a figure shows, so that it stays readable: each network, the first and the
    /// last search.
    static List<Integer> drawn(List<Attack> attacks) {
        int first = (int) attacks.stream().filter(a -> !searches(a)).count();
        return IntStream.range(0, attacks.size())
                .filter(i -> i <= first || i == attacks.size() - 1)
                .boxed()
                .toList();
    }
}
