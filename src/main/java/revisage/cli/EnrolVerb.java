package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import revisage.people.LabelledFolder;
import revisage.store.StoredGallery;
import revisage.study.Engines;
import revisage.study.Enrolment;
import revisage.study.GalleryMaking;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// `revisage enrol`.
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description = {
            "Embeds a labelled folder of faces into a gallery: whom probes are compared with.",
            "",
            "A folder a person (LFW and others), or a labels.csv with the columns id and person."
                    + " Pictures of 112x112 pixels are taken as aligned; others need --finder."
                    + " Started again after a stop, it goes on where it was."
        },
        footer = {"", "Example: revisage enrol --extractor G.onnx --images faces/ --out gallery/"})
final class EnrolVerb extends Verb {

    @Option(
            names = "--extractor",
            required = true,
            paramLabel = "G.onnx",
            description = "The matcher's extractor.")
    private Path extractor = Path.of("");

    @Mixin private CardOptions card = new CardOptions();

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "The people to enrol.")
    private Path images = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "GALLERY",
            description = "A new folder for the gallery.")
    private Path out = Path.of("");

    @Option(
            names = "--no-pictures",
            description = "Keep no small pictures of the faces in the gallery.")
    private boolean noPictures;

    @Mixin private FaceOptions faces = new FaceOptions();

    EnrolVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        LabelledFolder folder = LabelledFolder.scan(images);
        long begin = System.nanoTime();
        GalleryMaking.Made made =
                new GalleryMaking(
                                engines,
                                folder,
                                faces.cutting(),
                                extractor,
                                card.card(),
                                card.device(),
                                !noPictures,
                                out)
                        .run(progress);
        return answer(folder, made, (System.nanoTime() - begin) / 1e9);
    }

    /// `--json`.
    record Enrolled(
            String gallery,
            int faces,
            int people,
            int excluded,
            int peopleWithoutFace,
            int samePixelsTwice,
            int samePixelsTwoPeople,
            int takenOver,
            String extractor,
            String sha256,
            String device,
            double seconds,
            Map<String, Integer> notes,
            List<String> remarks,
            List<StoredGallery.Excluded> excludedPictures) {}

    private Answer answer(LabelledFolder folder, GalleryMaking.Made made, double seconds) {
        Enrolment.Result result = made.enrolled();
        return new Answer(
                text(folder, made),
                new Enrolled(
                        out.toString(),
                        result.enrolled(),
                        result.people(),
                        result.excluded().size(),
                        result.peopleWithout(),
                        result.twice(),
                        result.twoPeople(),
                        result.resumed(),
                        made.extractor().name(),
                        made.extractor().sha256(),
                        made.device(),
                        seconds,
                        result.notes(),
                        folder.remarks(),
                        result.excluded()));
    }

    private String text(LabelledFolder folder, GalleryMaking.Made made) {
        Enrolment.Result result = made.enrolled();
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "Enrolled %,d faces of %,d people in %s with %s on %s.%n",
                        result.enrolled(),
                        result.people(),
                        out,
                        made.extractor().name(),
                        made.device()));
        Notes.folder(text, result.resumed(), folder.remarks(), result.notes());
        if (result.peopleWithout() > 0) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%,d people have no usable picture and are not enrolled.%n",
                            result.peopleWithout()));
        }
        if (result.twice() > 0) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%,d pictures are there twice, %,d of them under two people.%n",
                            result.twice(),
                            result.twoPeople()));
        }
        Notes.excluded(text, result.excluded(), Path.of("excluded.csv"));
        return text.toString();
    }
}
