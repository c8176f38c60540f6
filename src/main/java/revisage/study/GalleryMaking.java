package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.people.LabelledFolder;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// A folder of people becomes a gallery: extractor and face reader are opened for it, and closed
/// behind it. An [Enrolment] for those who have neither open.
///
/// @param people who is enrolled
/// @param onnx the matcher's extractor
/// @param card of the extractor, where it does not lie beside it
/// @param pictures whether small pictures are kept
/// @param out must not exist, be empty, or be the gallery of the same enrolment
public record GalleryMaking(
        Engines engines,
        LabelledFolder people,
        FaceCutting cutting,
        Path onnx,
        Optional<ModelCard> card,
        DeviceChoice device,
        boolean pictures,
        Path out)
        implements Work<Progress, GalleryMaking.Made> {

    /// @param extractor its card
    /// @param device what it ran on
    public record Made(Enrolment.Result enrolled, ModelCard extractor, String device) {}

    /// With small pictures, the card beside the extractor, on whatever device there is.
    public static GalleryMaking usual(
            Engines engines, LabelledFolder people, FaceCutting cutting, Path onnx, Path out) {
        return new GalleryMaking(
                engines, people, cutting, onnx, Optional.empty(), DeviceChoice.AUTO, true, out);
    }

    @Override
    public Made run(Consumer<? super Progress> events) throws WorkException, InterruptedException {
        try (Extractor extractor = open();
                var faces = cutting.open(engines)) {
            Enrolment.Result enrolled =
                    new Enrolment(
                                    people,
                                    faces.reader(),
                                    cutting.words(),
                                    extractor,
                                    onnx,
                                    pictures,
                                    out)
                            .run(events);
            return new Made(enrolled, extractor.card(), extractor.device());
        }
    }

    private Extractor open() throws WorkException, InterruptedException {
        return card.isPresent()
                ? engines.extractors().open(onnx, card.get(), device)
                : engines.extractors().open(onnx, device);
    }
}
