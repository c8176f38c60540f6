package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.extract.Extractor;
import revisage.reconstruct.GeneratorCard;
import revisage.reconstruct.GeneratorCards;
import revisage.reconstruct.ReconstructorSpec;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.store.ShippedModels;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.NetworkAttack;
import revisage.study.ReconstructionEvent;
import revisage.study.ReconstructionRun;
import revisage.study.SearchChoice;
import revisage.study.SideBySide;
import revisage.study.VectorAttack;
import revisage.vector.LeakedFile;
import revisage.vector.VectorSet;
import revisage.work.DidYouMean;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `revisage reconstruct`.
@Command(
        name = "reconstruct",
        mixinStandardHelpOptions = true,
        description = {
            "Rebuilds faces from leaked vectors.",
            "",
            "Method 'eigenfaces' searches in a basis of eigenfaces, asking the extractor the"
                    + " vectors came from: 'full-vector' uses its whole answers and needs the"
                    + " fewest queries, 'score' one similarity a query, 'reference' is the"
                    + " published procedure (128,000 queries a target). Method 'linear' asks"
                    + " nothing about a target. All but 'reference' need a basis that was prepared"
                    + " for this extractor ('eigenfaces fit --extractor').",
            "",
            "Methods 'nbnet', 'naive' (a re-creation) and 'vec2face' (a re-creation) are networks"
                    + " trained for the extractor ('train reconstructor'); they ask nothing about a"
                    + " target and take no basis. Without --network the small ones that come with"
                    + " the program are used, which were trained for its extractor 'res' on"
                    + " synthetic people. Any ONNX generator with a card can be named by --network:"
                    + " its own card says the method.",
            "",
            "Leaves a PNG a target, marked as an estimate, reconstructions.csv and traces.csv"
                    + " (cosine over queries). Started again after a stop, it goes on where it"
                    + " was."
        },
        footer = {
            "",
            "Examples:",
            "  revisage reconstruct --extractor F.onnx --basis basis.safetensors --vectors"
                    + " leak.npy --targets 100 --out again/",
            "  revisage reconstruct --method linear --extractor F.onnx --basis basis.safetensors"
                    + " --vectors leak.npy --out linear/",
            "  revisage reconstruct --method nbnet --extractor models/res.onnx --vectors leak.npy"
                    + " --out nbnet/",
            "  revisage reconstruct --search score --queries 5000 --enough 0.7 --extractor F.onnx"
                    + " --basis basis.safetensors --vectors leak.npy --out by-score/"
        })
final class ReconstructVerb extends Verb {

    private static final int DRAWN = 48;
    private static final List<String> NETWORKS = List.of("nbnet", "naive", "vec2face");
    private static final List<String> METHODS =
            Stream.concat(Stream.of("eigenfaces", "linear"), NETWORKS.stream()).toList();

    @Option(
            names = "--method",
            description =
                    "eigenfaces, linear, nbnet, naive or vec2face (default: eigenfaces, or what the"
                            + " network's card says).")
    private @Nullable String method;

    @Option(
            names = "--network",
            paramLabel = "FILE",
            description = "A trained network (ONNX) with its card.")
    private @Nullable Path network;

    @Option(
            names = "--search",
            description = "full-vector, score or reference (default: full-vector).")
    private @Nullable String search;

    @Mixin private ExtractorOptions extractor = new ExtractorOptions();

    @Option(
            names = "--basis",
            paramLabel = "FILE",
            description = "A basis that 'eigenfaces fit' wrote, for eigenfaces and linear.")
    private @Nullable Path basis;

    @Option(
            names = "--vectors",
            required = true,
            paramLabel = "FILE",
            description = "The leaked vectors.")
    private Path vectors = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder, or that of the same run to go on with.")
    private Path out = Path.of("");

    @Option(
            names = "--queries",
            paramLabel = "N",
            description =
                    "Queries a target, at most, the final measurement included (default: 1,500 for"
                            + " full-vector, 1,500 for score, 128,001 for reference).")
    private @Nullable Long queries;

    @Option(
            names = "--targets",
            paramLabel = "N",
            description = "Only the first N vectors of the file (default: all).")
    private @Nullable Integer targets;

    @Option(
            names = "--enough",
            paramLabel = "COSINE",
            description = "Stop a target at this cosine.")
    private @Nullable Double enough;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Time a target, at most; a run limited by time is not repeatable.")
    private @Nullable Double seconds;

    @Mixin private SeedOption seed = new SeedOption();

    @Option(
            names = "--originals",
            paramLabel = "DIR",
            description =
                    "The aligned photos that the vectors were made from: draws the first 48 above"
                            + " their estimates, as sheet.png in the output folder.")
    private @Nullable Path originals;

    private final ShippedModels shipped;

    ReconstructVerb(Engines engines, ShippedModels shipped) {
        super(engines);
        this.shipped = shipped;
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        if (network != null || (method != null && NETWORKS.contains(method))) {
            return byNetwork(progress);
        }
        ReconstructorSpec chosen = chosen();
        Optional<Duration> longest = longest();
        Path axes = basis;
        if (axes == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--basis=FILE'");
        }
        LeakedFile file = engines.vectorFiles().open(vectors);
        VectorSet leaked = first(file.vectors());
        try (Extractor opened = extractor.open(engines)) {
            ReconstructionRun.Result result =
                    new VectorAttack(
                                    leaked,
                                    opened,
                                    axes,
                                    chosen,
                                    seed.seed(),
                                    longest,
                                    extractor.device(),
                                    engines,
                                    out)
                            .run(event -> show(event, progress));
            draw();
            return new ReconstructionText(result, chosen, opened, file.notices(), out).answer();
        }
    }

    private Answer byNetwork(Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        refuse(
                search != null || queries != null || enough != null || seconds != null,
                "A trained network asks nothing: leave out --search, --queries, --enough and"
                        + " --seconds.");
        refuse(basis != null, "A trained network takes no --basis.");
        Path file = network();
        GeneratorCard card = GeneratorCards.beside(file);
        refuse(
                method != null && !method.equals(card.method()),
                "%s is a network of the method '%s', as its card says, not '%s'."
                        .formatted(file, card.method(), method));
        LeakedFile read = engines.vectorFiles().open(vectors);
        VectorSet leaked = first(read.vectors());
        try (Extractor opened = extractor.open(engines)) {
            ReconstructionRun.Result result =
                    new NetworkAttack(
                                    leaked,
                                    opened,
                                    file,
                                    seed.seed(),
                                    extractor.device(),
                                    engines,
                                    out)
                            .run(event -> show(event, progress));
            draw();
            var used = new ReconstructorSpec.Trained(card.methodName(), card.sha256());
            return new ReconstructionText(result, used, opened, read.notices(), out).answer();
        }
    }

    private Path network() throws WorkException {
        Path named = network;
        return named != null ? named : shipped.network(String.valueOf(method), ShippedModels.RES);
    }

    private void draw() throws WorkException, InterruptedException {
        Path photos = originals;
        if (photos != null) {
            try (var reader = FaceCutting.ALIGNED.open(engines)) {
                new SideBySide(out, photos, reader.reader(), DRAWN)
                        .sheet()
                        .write(out.resolve("sheet.png"));
            }
        }
    }

    private static void show(ReconstructionEvent event, Consumer<Progress> progress) {
        switch (event) {
            case ReconstructionEvent.Standing(Progress standing) -> progress.accept(standing);
            case ReconstructionEvent.Searching _, ReconstructionEvent.Rebuilt _ -> {}
        }
    }

    private ReconstructorSpec chosen() {
        String by = method == null ? "eigenfaces" : method;
        known("--method", METHODS, by);
        if (by.equals("linear")) {
            refuse(search != null, "--method linear has no --search.");
            refuse(
                    queries != null || enough != null,
                    "--method linear asks nothing: leave out --queries and --enough.");
            return SearchChoice.spec("linear", OptionalLong.empty(), OptionalDouble.empty());
        }
        String name = search == null ? "full-vector" : search;
        known("--search", SearchChoice.SEARCHES, name);
        boolean published = name.equals("reference");
        refuse(published && enough != null, "--search reference knows no --enough.");
        Long most = queries;
        if (most != null) {
            Checks.range(spec, "--queries", most, published ? 65 : 2, 100_000_000);
        }
        Double stop = enough;
        if (stop != null) {
            refuse(!(stop > 0 && stop <= 1), "--enough is a cosine above 0 and at most 1.");
        }
        return SearchChoice.spec(
                name,
                most == null ? OptionalLong.empty() : OptionalLong.of(most),
                stop == null ? OptionalDouble.empty() : OptionalDouble.of(stop));
    }

    private Optional<Duration> longest() {
        Double limit = seconds;
        if (limit == null) {
            return Optional.empty();
        }
        refuse(!(limit > 0 && limit <= 1e6), "--seconds is above 0 and at most 1,000,000.");
        return Optional.of(Duration.ofMillis(Math.max(1, Math.round(limit * 1_000))));
    }

    private VectorSet first(VectorSet all) {
        Integer most = targets;
        if (most == null) {
            return all;
        }
        Checks.range(spec, "--targets", most, 1, 100_000_000);
        return all.count() <= most ? all : all.chosen(IntStream.range(0, most).toArray());
    }

    private void known(String option, List<String> words, String word) {
        refuse(
                !words.contains(word),
                "%s is one of %s, not '%s'.%s"
                        .formatted(
                                option,
                                String.join(", ", words),
                                word,
                                DidYouMean.among(words, word)));
    }

    private void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    /// `--json`.
    record Rebuilt(
            String out,
            String table,
            String method,
            String search,
            int targets,
            int takenOver,
            double meanCosine,
            double medianCosine,
            double meanQueries,
            long queriesAskedNow,
            double queriesASecond,
            double seconds,
            String extractor,
            String sha256,
            String device,
            List<String> notices,
            List<Reconstruction> reconstructions) {}

    static String table(Path out) {
        return out.resolve(ReconstructionTable.FILE).toString();
    }
}
