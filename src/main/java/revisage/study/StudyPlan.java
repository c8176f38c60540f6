package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.people.PhotoCount;
import revisage.work.DidYouMean;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a study does, whole: written by a person as one JSON file, and repeated in its report.
///
/// Paths are relative to the plan's folder or absolute. What may be left out is `Optional`. What no
/// study can do is refused by an `IllegalArgumentException` with a sentence.
///
/// @param schema version of this layout, 1
/// @param title a few words for figures and report
/// @param seed of everything that is drawn
/// @param device `auto`, `cpu` or `cuda`
/// @param extractors F, whose vectors leaked: ONNX files
/// @param matchers F', which look for the people: ONNX files; F itself may be among them
/// @param finder a YuNet ONNX file, for pictures that are not aligned
/// @param basis public faces of other people; for searches
/// @param targets whose vectors leaked
/// @param gallery whom the matchers know
/// @param attacks how faces are rebuilt
/// @param matching how success is counted
/// @param clouds asked beside the matchers; none if they are left out
/// @param networks trained where they are missing, and used beside the attacks
public record StudyPlan(
        int schema,
        Optional<String> title,
        long seed,
        Optional<String> device,
        List<String> extractors,
        List<String> matchers,
        Optional<String> finder,
        Optional<Basis> basis,
        Targets targets,
        Faces gallery,
        List<Attack> attacks,
        Matching matching,
        Optional<List<PlannedCloud>> clouds,
        Optional<NetworkGrid> networks) {

    /// The layout this program writes and reads.
    public static final int SCHEMA = 1;

    /// The word for a trained network in place of a search.
    public static final String NETWORK = "network";

    /// Searches by name.
    static final List<String> SEARCHES =
            List.of("linear", "full-vector", "score", "reference", NETWORK);

    private static final List<String> DEVICES = List.of("auto", "cpu", "cuda");

    public StudyPlan {
        extractors = some("extractors", extractors);
        matchers = some("matchers", matchers);
        if (networks.isEmpty() || !attacks.isEmpty()) {
            attacks = some("attacks", attacks);
        }
        if (basis.isEmpty() && attacks.stream().anyMatch(a -> a.network().isEmpty())) {
            throw new IllegalArgumentException(
                    "'basis' is missing: all attacks but those by network need one.");
        }
        device.ifPresent(d -> known("device", DEVICES, d));
        some("extractors", extractors.stream().map(StudyPlan::label).toList());
        some("matchers", matchers.stream().map(StudyPlan::label).toList());
        if (!attacks.isEmpty()) {
            some("attacks", attacks.stream().map(Attack::label).toList());
        }
        clouds = clouds.map(c -> some("clouds", c));
        clouds.ifPresent(c -> some("clouds", c.stream().map(PlannedCloud::service).toList()));
    }

    /// Without a cloud and networks to train.
    public StudyPlan(
            int schema,
            Optional<String> title,
            long seed,
            Optional<String> device,
            List<String> extractors,
            List<String> matchers,
            Optional<String> finder,
            Optional<Basis> basis,
            Targets targets,
            Faces gallery,
            List<Attack> attacks,
            Matching matching) {
        this(
                schema,
                title,
                seed,
                device,
                extractors,
                matchers,
                finder,
                basis,
                targets,
                gallery,
                attacks,
                matching,
                Optional.empty(),
                Optional.empty());
    }

    /// An extractor's file name without its ending: what it is called in names of files and tables.
    static String label(String onnx) {
        return onnx.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.onnx$", "");
    }

    /// Where the engines run.
    public DeviceChoice deviceChoice() {
        return DeviceChoice.valueOf(device.orElse("auto").toUpperCase(Locale.ROOT));
    }

    /// Labelled faces and a choice among their people.
    ///
    /// @param images a labelled folder
    /// @param people which of them; all if it is left out
    public record Faces(String images, Optional<PhotoCount> people) {}

    /// Public faces that the attacker's axes are fitted to, or a file in which that has been done.
    ///
    /// @param images a labelled folder; needs `components`
    /// @param people which of them; all if it is left out
    /// @param components principal axes, 1..4096
    /// @param file what `revisage eigenfaces fit --extractor` left, in place of the rest
    public record Basis(
            Optional<String> images,
            Optional<PhotoCount> people,
            Optional<Integer> components,
            Optional<String> file) {

        public Basis {
            components.ifPresent(k -> within("components", k, 1, 4_096));
            boolean fits =
                    file.isPresent()
                            ? images.isEmpty() && people.isEmpty() && components.isEmpty()
                            : images.isPresent() && components.isPresent();
            if (!fits) {
                throw new IllegalArgumentException(
                        "'basis' needs 'images' and 'components', or 'file' alone.");
            }
        }

        /// To be fitted to faces.
        static Basis fitted(String images, Optional<PhotoCount> people, int components) {
            return new Basis(
                    Optional.of(images), people, Optional.of(components), Optional.empty());
        }

        /// The faces it is made from, unless it is made already.
        public Optional<Faces> faces() {
            return images.map(i -> new Faces(i, people));
        }
    }

    /// One photo a person, drawn by the seed.
    ///
    /// @param images a labelled folder
    /// @param people which of them; all if it is left out
    /// @param count how many people, 1 or more
    public record Targets(String images, Optional<PhotoCount> people, int count) {

        public Targets {
            within("count", count, 1, 1_000_000);
        }

        /// The faces they are drawn from.
        public Faces faces() {
            return new Faces(images, people);
        }
    }

    /// One way to rebuild faces.
    ///
    /// @param search `linear`, `full-vector`, `score` or `reference`; or `network`
    /// @param network an ONNX file with its card, trained for one of the extractors; for `network`
    /// @param queries a target, at most; the search's own default if it is left out; 0..10,000,000
    /// @param seconds a target, at most; unlimited if it is left out; 1..1,000,000
    /// @param stopAtCosine enough, 0..1; never if it is left out
    /// @param targets only the first so many, for searches that cost much; 1 or more
    public record Attack(
            String search,
            Optional<String> network,
            Optional<Integer> queries,
            Optional<Integer> seconds,
            Optional<Double> stopAtCosine,
            Optional<Integer> targets) {

        public Attack {
            known("search", SEARCHES, search);
            if (search.equals(NETWORK) != network.isPresent()) {
                throw new IllegalArgumentException(
                        "an attack by 'network' names its 'network', and no other does.");
            }
            if (network.isPresent()
                    && (queries.isPresent() || seconds.isPresent() || stopAtCosine.isPresent())) {
                throw new IllegalArgumentException(
                        "a network asks nothing: leave out queries, seconds and stopAtCosine.");
            }
            queries.ifPresent(n -> within("queries", n, 0, 10_000_000));
            seconds.ifPresent(n -> within("seconds", n, 1, 1_000_000));
            targets.ifPresent(n -> within("targets", n, 1, 1_000_000));
            stopAtCosine.ifPresent(
                    c -> {
                        if (!(c > 0 && c <= 1)) {
                            throw new IllegalArgumentException(
                                    "stopAtCosine is " + c + " and must be above 0 and at most 1.");
                        }
                    });
        }

        /// A search.
        ///
        /// @param search all but `network`
        public static Attack by(String search, Optional<Integer> queries) {
            return new Attack(
                    search,
                    Optional.empty(),
                    queries,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /// A trained network.
        public static Attack network(String onnx) {
            return new Attack(
                    NETWORK,
                    Optional.of(onnx),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /// For files and tables: `full-vector-100`, `linear`, or the network's name.
        public String label() {
            if (network.isPresent()) {
                return StudyPlan.label(network.get());
            }
            return search + queries.map(q -> "-" + q).orElse("");
        }
    }

    /// @param k lengths of the list looked at, 1 or more each
    /// @param n people in the gallery, 2 or more each
    /// @param typeI whether the source photo may be found; no if it is left out
    public record Matching(List<Integer> k, List<Integer> n, Optional<Boolean> typeI) {

        public Matching {
            k = some("k", k);
            n = some("n", n);
            k.forEach(each -> within("k", each, 1, 1_000_000));
            n.forEach(each -> within("n", each, 2, 100_000_000));
        }
    }

    private static <T> List<T> some(String name, List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is empty; give one or more.");
        }
        Set<T> once = new HashSet<>();
        for (T each : list) {
            if (!once.add(each)) {
                throw new IllegalArgumentException("'" + name + "' has " + each + " twice.");
            }
        }
        return List.copyOf(list);
    }

    private static void within(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "%s is %d and must be %d..%d.".formatted(name, value, low, high));
        }
    }

    private static void known(String name, Collection<String> words, String word) {
        if (!words.contains(word)) {
            throw new IllegalArgumentException(
                    "%s is '%s' and must be one of %s.%s"
                            .formatted(
                                    name,
                                    word,
                                    String.join(", ", words),
                                    DidYouMean.among(words, word)));
        }
    }
}
