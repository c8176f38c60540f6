package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import revisage.extract.Extractor;
import revisage.face.FaceImage;
import revisage.people.FaceResult;
import revisage.people.LabelledFolder;
import revisage.people.synthetic.SyntheticPeople;
import revisage.study.Engines;
import revisage.train.Figures;
import revisage.train.Yardstick;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// `revisage extractor measure`.
@Command(
        name = "measure",
        description = {
            "Measures how well an extractor tells people apart.",
            "",
            "On a labelled folder of faces, or on synthetic people that it draws itself (about 20"
                    + " faces a second and core)."
        },
        footer = {
            "",
            "Example: revisage extractor measure models/res.onnx --synthetic 99 --people 200"
                    + " --photos 10"
        })
final class ExtractorMeasureVerb extends Verb {

    private static final int BLOCK = 64;

    @Parameters(paramLabel = "F.onnx", description = "The extractor.")
    private Path model = Path.of("");

    @Option(names = "--images", paramLabel = "DIR", description = "Labelled faces.")
    private @Nullable Path images;

    @Option(
            names = "--synthetic",
            paramLabel = "SEED",
            description = "Synthetic people of this population.")
    private @Nullable Long synthetic;

    @Option(
            names = "--first-person",
            defaultValue = "0",
            description = "Number of the first (default: ${DEFAULT-VALUE}).")
    private int firstPerson;

    @Option(
            names = "--people",
            defaultValue = "200",
            description = "Synthetic people (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--photos",
            defaultValue = "10",
            description = "Photos of each (default: ${DEFAULT-VALUE}).")
    private int photos;

    @Mixin private DeviceOption device = new DeviceOption();

    @Mixin private FaceOptions faces = new FaceOptions();

    ExtractorMeasureVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Measured(String extractor, String sha256, Figures figures, int unusable) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        if ((images == null) == (synthetic == null)) {
            throw new ParameterException(spec.commandLine(), "name either --images or --synthetic");
        }
        Checks.range(spec, "--first-person", firstPerson, 0, 1_000_000_000);
        Checks.range(spec, "--people", people, 2, 100_000);
        Checks.range(spec, "--photos", photos, 2, 1000);
        try (Extractor extractor = engines.extractors().open(model, device.device())) {
            var vectors = new Vectors(extractor);
            int unusable = read(vectors, progress);
            Figures figures = Yardstick.of(vectors.all());
            var json =
                    new Measured(
                            extractor.card().name(), extractor.card().sha256(), figures, unusable);
            return new Answer(text(json), json);
        }
    }

    private int read(Vectors vectors, Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        Path folder = images;
        return folder != null ? readFolder(folder, vectors, progress) : draw(vectors, progress);
    }

    private int readFolder(Path folder, Vectors vectors, Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        var portraits = LabelledFolder.scan(folder).portraits();
        int[] counts = new int[2];
        try (var reader = faces.cutting().open(engines)) {
            reader.reader()
                    .readAll(
                            portraits,
                            result -> {
                                switch (result) {
                                    case FaceResult.Usable u ->
                                            vectors.add(u.portrait().person(), u.face());
                                    case FaceResult.Excluded _ -> counts[1]++;
                                }
                                counts[0]++;
                                tell(progress, counts[0], portraits.size());
                            });
        }
        return counts[1];
    }

    private int draw(Vectors vectors, Consumer<Progress> progress)
            throws WorkException, InterruptedException {
        var population = new SyntheticPeople(synthetic == null ? 0 : synthetic);
        for (int p = 0; p < people; p++) {
            int person = firstPerson + p;
            Work.pausePoint();
            List<FaceImage> drawn =
                    java.util.stream.IntStream.range(0, photos)
                            .parallel()
                            .mapToObj(i -> population.portrait(person, i))
                            .toList();
            for (FaceImage face : drawn) {
                vectors.add(String.format(Locale.ROOT, "%09d", person), face);
            }
            tell(progress, (p + 1) * photos, people * photos);
        }
        return 0;
    }

    private static void tell(Consumer<Progress> progress, int done, int total) {
        progress.accept(new Progress("Embedding faces", done, total, "faces"));
    }

    private String text(Measured json) {
        String left =
                json.unusable() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, "%d pictures could not be used.%n", json.unusable());
        return json.extractor() + ": " + TrainExtractorVerb.figures(json.figures()) + left;
    }

    /// Vectors as they come, block by block.
    private static final class Vectors {

        private final Extractor extractor;
        private final List<FaceImage> waiting = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private float[] values = new float[0];
        private int count;

        Vectors(Extractor extractor) {
            this.extractor = extractor;
        }

        void add(String person, FaceImage face) throws WorkException, InterruptedException {
            waiting.add(face);
            people.add(person);
            if (waiting.size() == BLOCK) {
                embed();
            }
        }

        private void embed() throws WorkException, InterruptedException {
            if (waiting.isEmpty()) {
                return;
            }
            float[] some = extractor.embed(List.copyOf(waiting)).toArray();
            if (count + some.length > values.length) {
                values = Arrays.copyOf(values, Math.max(2 * values.length, count + some.length));
            }
            System.arraycopy(some, 0, values, count, some.length);
            count += some.length;
            waiting.clear();
        }

        VectorSet all() throws WorkException, InterruptedException {
            embed();
            List<String> ids =
                    java.util.stream.IntStream.range(0, people.size())
                            .mapToObj(Integer::toString)
                            .toList();
            return VectorSet.of(Arrays.copyOf(values, count), extractor.card().dimension())
                    .named(ids, people);
        }
    }
}
