package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import revisage.extract.CardFiles;
import revisage.extract.ModelCard;
import revisage.extract.ModelOutline;
import revisage.people.LabelledFolder;
import revisage.study.Engines;
import revisage.study.ExtractorProbe;
import revisage.study.ExtractorProbe.Finding;
import revisage.study.KnownFaces;
import revisage.study.ModelDraft;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `revisage extractor probe`.
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = {
            "Says what an ONNX file wants, finds its preprocessing, and writes its model card.",
            "",
            "With --images (a folder a person, several photos of each) the usual preprocessings are"
                    + " tried and the one that tells people apart best is taken. Without, the most"
                    + " common one is proposed, and that is a guess."
        },
        footer = {"", "Example: revisage extractor probe F.onnx --images faces/"})
final class ExtractorProbeVerb extends Verb {

    @Parameters(paramLabel = "F.onnx", description = "The extractor.")
    private Path model = Path.of("");

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Labelled faces; up to 100 people with 3 photos are drawn.")
    private @Nullable Path images;

    @Option(
            names = "--out",
            paramLabel = "CARD",
            description = "Where the card goes (default: F.card.json beside the model).")
    private @Nullable Path out;

    @Option(names = "--name", description = "The extractor's name (default: the file's).")
    private @Nullable String name;

    @Option(names = "--licence", description = "Of the weights (default: unknown).")
    private @Nullable String licence;

    @Option(names = "--source", description = "Where the file is from (default: unknown).")
    private @Nullable String source;

    @Option(names = "--dimension", description = "Numbers a face, for a file that does not say it.")
    private @Nullable Integer dimension;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the draw (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin private DeviceOption device = new DeviceOption();

    @Mixin private FaceOptions faces = new FaceOptions();

    ExtractorProbeVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    ///
    /// @param written where the card was written, if it was
    /// @param guess whether nothing was measured
    /// @param before the card that was there, if one was
    record Probed(
            ModelOutline model,
            ModelCard card,
            Optional<String> written,
            boolean guess,
            String device,
            int samePersonPairs,
            int differentPeoplePairs,
            List<ExtractorProbe.Tried> tried,
            Optional<ModelCard> before) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        ModelOutline outline = engines.extractors().inspect(model);
        Path card = Optional.ofNullable(out).orElseGet(() -> CardFiles.beside(model));
        Optional<ModelCard> before = before(outline);
        var draft =
                new ModelDraft(
                        model,
                        outline,
                        before,
                        Optional.ofNullable(name),
                        Optional.ofNullable(licence),
                        Optional.ofNullable(source),
                        Optional.ofNullable(dimension));
        Optional<KnownFaces> known = known();
        Finding finding =
                new ExtractorProbe(
                                engines.extractors(),
                                model,
                                device.device(),
                                draft.card(),
                                draft.candidates(),
                                known)
                        .run(progress);
        boolean write = out != null || (!Files.exists(card) && writable(card));
        if (write) {
            CardFiles.write(finding.card(), card);
        }
        var json =
                new Probed(
                        outline,
                        finding.card(),
                        write ? Optional.of(card.toString()) : Optional.empty(),
                        known.isEmpty() && before.isEmpty(),
                        finding.device(),
                        known.map(KnownFaces::mated).orElse(0),
                        known.map(KnownFaces::impostors).orElse(0),
                        finding.tried(),
                        before);
        return new Answer(ProbeText.of(model, json, finding), json);
    }

    /// The card beside the model, if it is this model's, else the program's own.
    private Optional<ModelCard> before(ModelOutline outline) throws WorkException {
        Path beside = CardFiles.beside(model);
        Optional<ModelCard> there =
                Files.exists(beside)
                        ? Optional.of(CardFiles.read(beside))
                                .filter(c -> c.sha256().equals(outline.sha256()))
                        : Optional.empty();
        return there.isPresent() ? there : CardFiles.known(outline.sha256());
    }

    private Optional<KnownFaces> known() throws WorkException, InterruptedException {
        Path folder = images;
        if (folder == null) {
            return Optional.empty();
        }
        try (var reader = faces.cutting().open(engines)) {
            return Optional.of(KnownFaces.draw(LabelledFolder.scan(folder), reader.reader(), seed));
        }
    }

    /// Unasked, a card goes only where files are meant to be written: a folder without the owner's
    /// right to write is left alone even by root, who could.
    private static boolean writable(Path card) throws WorkException {
        Path folder = card.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OWNER_WRITE);
        } catch (UnsupportedOperationException _) {
            return true; // Windows: asked above
        } catch (IOException e) {
            throw FileException.of("look at the folder", folder, e);
        }
    }
}
