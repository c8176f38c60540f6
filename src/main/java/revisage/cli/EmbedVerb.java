package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.extract.Extractor;
import revisage.people.LabelledFolder;
import revisage.store.StoredGallery;
import revisage.study.Engines;
import revisage.study.FolderEmbedding;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// `revisage embed`.
@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        description = {
            "Embeds a labelled folder of faces into a vectors file: what would have leaked.",
            "",
            "A folder a person (LFW and others), or a labels.csv with the columns id and person."
                    + " Pictures of 112x112 pixels are taken as aligned; others need --finder."
                    + " Pictures that cannot be used are listed in OUT.excluded.csv."
                    + " Started again after a stop, it goes on where it was."
        },
        footer = {"", "Example: revisage embed --extractor F.onnx --images faces/ --out leak.npy"})
final class EmbedVerb extends Verb {

    @Mixin private ExtractorOptions extractor = new ExtractorOptions();

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "The people whose vectors leak.")
    private Path images = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "A new .npy, .parquet or .csv file.")
    private Path out = Path.of("");

    @Mixin private FaceOptions faces = new FaceOptions();

    EmbedVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Embedded(
            String vectors,
            int count,
            int dimension,
            int people,
            int excluded,
            int takenOver,
            double seconds,
            Optional<Double> facesPerSecond,
            String extractor,
            String sha256,
            String device,
            Map<String, Integer> notes,
            List<String> remarks,
            List<StoredGallery.Excluded> excludedPictures) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Checks.vectorsFile(spec, "--out", out);
        LabelledFolder folder = LabelledFolder.scan(images);
        var cutting = faces.cutting();
        try (Extractor opened = extractor.open(engines);
                var reader = cutting.open(engines)) {
            long begin = System.nanoTime();
            FolderEmbedding.Result result =
                    new FolderEmbedding(
                                    folder,
                                    reader.reader(),
                                    cutting.words(),
                                    opened,
                                    engines.vectorFiles(),
                                    out)
                            .run(progress);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return answer(folder, result, opened, seconds);
        }
    }

    private Answer answer(
            LabelledFolder folder,
            FolderEmbedding.Result result,
            Extractor opened,
            double seconds) {
        int done = folder.portraits().size() - result.resumed();
        Optional<Double> rate = done > 0 ? Optional.of(done / seconds) : Optional.empty();
        var json =
                new Embedded(
                        out.toString(),
                        result.vectors(),
                        opened.card().dimension(),
                        result.people(),
                        result.excluded().size(),
                        result.resumed(),
                        seconds,
                        rate,
                        opened.card().name(),
                        opened.card().sha256(),
                        opened.device(),
                        result.notes(),
                        folder.remarks(),
                        result.excluded());
        return new Answer(text(json), json);
    }

    private String text(Embedded json) {
        var text = new StringBuilder();
        line(
                text,
                String.format(
                        Locale.ROOT,
                        "Wrote %,d vectors of %d numbers, of %,d people, to %s.",
                        json.count(),
                        json.dimension(),
                        json.people(),
                        out));
        line(
                text,
                String.format(Locale.ROOT, "Extractor: %s (%s).", json.extractor(), json.device()));
        json.facesPerSecond()
                .ifPresent(
                        r ->
                                line(
                                        text,
                                        String.format(
                                                Locale.ROOT,
                                                "Rate: %,.0f pictures a second (%.1f s).",
                                                r,
                                                json.seconds())));
        Notes.folder(text, json.takenOver(), json.remarks(), json.notes());
        Notes.excluded(text, json.excludedPictures(), FolderEmbedding.excludedFile(out));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
