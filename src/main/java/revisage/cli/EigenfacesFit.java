package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.algebra.Products;
import revisage.extract.Extractor;
import revisage.people.LabelledFolder;
import revisage.people.Portrait;
import revisage.reconstruct.BasisFitting;
import revisage.store.StoredBasis;
import revisage.store.StoredGallery.Excluded;
import revisage.study.BasisMaking;
import revisage.study.BasisSheet;
import revisage.study.Engines;
import revisage.study.PublicPeople;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Consumer;

/// `revisage eigenfaces fit`.
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = {
            "Fits a basis of eigenfaces (mean face and principal axes) to aligned public faces.",
            "",
            "With --extractor it is prepared for attacks on that extractor too: --shared-queries"
                + " pictures are shown to it once, for all targets. Every search but 'reference'"
                + " needs that.",
            "",
            "The public faces must be of other people than the targets, or the attack looks"
                    + " stronger than it is."
        },
        footer = {
            "",
            "Examples:",
            "  revisage eigenfaces fit --images public/ --extractor F.onnx --out"
                    + " basis.safetensors",
            "  revisage eigenfaces fit --images lfw/ --people-with-photos 1 --components 256"
                    + " --out basis.safetensors"
        })
final class EigenfacesFit extends Verb {

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "Public faces, a folder a person.")
    private Path images = Path.of("");

    @Option(
            names = "--components",
            defaultValue = "512",
            paramLabel = "K",
            description = "Principal axes, fewer than faces (default: ${DEFAULT-VALUE}).")
    private int components = 512;

    @Option(
            names = "--people-with-photos",
            paramLabel = "N",
            description = "Only people with exactly so many photos.")
    private @Nullable Integer photos;

    @Option(
            names = "--asymmetric",
            description =
                    "Take faces as they are, not averaged with their mirror images (the average"
                            + " spends all axes on what a vector tells).")
    private boolean asymmetric;

    @Option(
            names = "--extractor",
            paramLabel = "F.onnx",
            description = "Prepare for attacks on this extractor.")
    private @Nullable Path extractor;

    @Mixin private CardOptions card = new CardOptions();

    @Option(
            names = "--shared-queries",
            defaultValue = "5000",
            paramLabel = "N",
            description =
                    "Pictures shown to the extractor once for all targets, public faces included"
                            + " (default: ${DEFAULT-VALUE}).")
    private long sharedQueries = 5_000;

    @Option(
            names = "--small",
            description =
                    "Write 16-bit numbers and, of symmetric axes, the left halves: a quarter of the"
                            + " size, three digits.")
    private boolean small;

    @Mixin private SeedOption seed = new SeedOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The basis, a safetensors file.")
    private Path out = Path.of("");

    @Mixin private FaceOptions faces = new FaceOptions();

    EigenfacesFit(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Checks.range(spec, "--components", components, 1, 4_096);
        Checks.range(spec, "--shared-queries", sharedQueries, 30, 10_000_000);
        LabelledFolder folder = LabelledFolder.scan(images);
        OptionalInt exactly = photos == null ? OptionalInt.empty() : OptionalInt.of(photos);
        List<Portrait> portraits = PublicPeople.of(folder, exactly);
        if (extractor == null) {
            return fit(portraits, Optional.empty(), progress);
        }
        try (Extractor opened = card.open(engines, extractor)) {
            return fit(portraits, Optional.of(opened), progress);
        }
    }

    private Answer fit(
            List<Portrait> portraits, Optional<Extractor> opened, Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        var cutting = faces.cutting();
        try (var reader = cutting.open(engines);
                Products products = engines.products(card.device())) {
            long begin = System.nanoTime();
            BasisMaking.Result made =
                    new BasisMaking(
                                    portraits,
                                    reader.reader(),
                                    cutting.words(),
                                    new BasisFitting(components, !asymmetric, seed.seed()),
                                    opened,
                                    sharedQueries,
                                    products,
                                    Version.text(),
                                    small ? StoredBasis.Form.SMALL : StoredBasis.Form.EXACT,
                                    out)
                            .run(progress);
            return answer(made, opened, (System.nanoTime() - begin) / 1e9);
        }
    }

    /// `--json`.
    record Fitted(
            String out,
            int components,
            int faces,
            int people,
            int samePixelsTwice,
            int excluded,
            Optional<Double> varianceKept,
            Optional<String> extractor,
            Optional<String> sha256,
            long sharedQueries,
            double seconds,
            SortedMap<String, String> madeFrom,
            List<Excluded> excludedPictures) {}

    private Answer answer(BasisMaking.Result made, Optional<Extractor> opened, double seconds) {
        var sheet = new BasisSheet(made.basis(), 1);
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "Fitted %,d axes to %,d faces of %,d people in %.1f s%s: %s%n",
                        components,
                        made.faces(),
                        made.people(),
                        seconds,
                        sheet.keptWords(components),
                        out));
        text.append(
                opened.map(
                                e ->
                                        String.format(
                                                Locale.ROOT,
                                                "Prepared for attacks on %s with %,d shared queries"
                                                        + " (%s).%n",
                                                e.card().name(),
                                                made.asked(),
                                                e.device()))
                        .orElse(
                                "Not prepared for an extractor: give --extractor for the searches"
                                        + " that need it.\n"));
        if (made.twice() > 0) {
            text.append(
                    "Note: %d pictures were there twice and count once.\n".formatted(made.twice()));
        }
        if (!made.excluded().isEmpty()) {
            text.append(
                    "Note: %d pictures could not be used; the first: %s.\n"
                            .formatted(
                                    made.excluded().size(), made.excluded().getFirst().reason()));
        }
        return new Answer(
                text.toString(),
                new Fitted(
                        out.toString(),
                        components,
                        made.faces(),
                        made.people(),
                        made.twice(),
                        made.excluded().size(),
                        sheet.kept(components),
                        opened.map(e -> e.card().name()),
                        opened.map(e -> e.card().sha256()),
                        made.asked(),
                        seconds,
                        made.basis().madeFrom(),
                        made.excluded()));
    }
}
