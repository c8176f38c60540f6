package revisage.extract;

import revisage.extract.ModelCard.Channels;
import revisage.extract.ModelCard.Crop;
import revisage.extract.ModelCard.Input;
import revisage.extract.ModelCard.Layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The ways published extractors turn an aligned face into their input, the most common first.
///
/// **Source** methods.md 5.4 (`(p - 127.5) / 127.5` or `/ 128`); the others are the customs of
/// Keras, torchvision and Caffe.
public final class UsualInputs {

    private static final int SIDE = 112;

    private static final List<Scaling> SCALINGS =
            List.of(
                    Scaling.same("(p - 127.5) / 127.5", 127.5, 127.5),
                    Scaling.same("(p - 127.5) / 128", 127.5, 128),
                    Scaling.same("p / 255", 0, 255),
                    new Scaling(
                            "ImageNet mean and deviation",
                            List.of(123.675, 116.28, 103.53),
                            List.of(58.395, 57.12, 57.375)),
                    Scaling.same("p as it is, 0..255", 0, 1));

    private UsualInputs() {}

    /// One way.
    ///
    /// @param words for a person, for example `RGB, (p - 127.5) / 127.5`
    public record Candidate(String words, Input input) {}

    /// All ways that fit a model's input.
    ///
    /// @throws ModelException if it is no picture of three colours in a batch
    public static List<Candidate> of(ModelOutline outline) throws ModelException {
        if (outline.inputs().size() != 1) {
            throw noPicture(
                    "The model has %d inputs, an extractor has one."
                            .formatted(outline.inputs().size()));
        }
        ModelOutline.Port port = outline.inputs().getFirst();
        List<Long> shape = port.shape();
        boolean batch = shape.size() == 4 && port.type().equals("float32");
        if (!batch || (shape.get(1) != 3 && shape.get(3) != 3)) {
            throw noPicture(
                    "The model's input '%s' (%s %s) is no batch of pictures with three colours as float32."
                            .formatted(port.name(), port.type(), shape));
        }
        Layout layout = shape.get(1) == 3 ? Layout.NCHW : Layout.NHWC;
        int height = side(shape.get(layout == Layout.NCHW ? 2 : 1));
        int width = side(shape.get(layout == Layout.NCHW ? 3 : 2));
        var found = new ArrayList<Candidate>();
        for (Crop crop : crops(width, height)) {
            for (Scaling scaling : SCALINGS) {
                for (Channels channels : Channels.values()) {
                    Input input =
                            new Input(
                                    port.name(),
                                    width,
                                    height,
                                    crop,
                                    channels,
                                    layout,
                                    ordered(scaling.mean, channels),
                                    ordered(scaling.scale, channels));
                    found.add(new Candidate(words(input), input));
                }
            }
        }
        return found;
    }

    /// What a card's input does, for a person.
    public static String words(Input input) {
        Crop crop = input.crop();
        boolean whole = crop.equals(Crop.WHOLE);
        boolean resized = crop.width() != input.width() || crop.height() != input.height();
        String shown =
                whole
                        ? ""
                        : ", columns %d..%d, rows %d..%d"
                                .formatted(
                                        crop.x(),
                                        crop.x() + crop.width() - 1,
                                        crop.y(),
                                        crop.y() + crop.height() - 1);
        return input.channels()
                + ", "
                + Scaling.words(input)
                + shown
                + (resized ? ", resized to %dx%d".formatted(input.width(), input.height()) : "");
    }

    private static int side(long side) throws ModelException {
        if (side > 1024) {
            throw noPicture("The model wants pictures with an edge of %d pixels.".formatted(side));
        }
        return side < 0 ? SIDE : (int) side;
    }

    private static ModelException noPicture(String sentence) {
        return new ModelException(
                sentence,
                "Name a face extractor; a network that makes faces needs its card beside it.");
    }

    /// The middle of the face at full size where it fits, and the whole face resized.
    private static List<Crop> crops(int width, int height) {
        boolean fits = width <= SIDE && height <= SIDE;
        Crop middle =
                fits
                        ? new Crop((SIDE - width) / 2, (SIDE - height) / 2, width, height)
                        : Crop.WHOLE;
        return Stream.of(middle, Crop.WHOLE).distinct().toList();
    }

    private static List<Double> ordered(List<Double> rgb, Channels channels) {
        return switch (channels) {
            case RGB -> rgb;
            case BGR -> rgb.reversed();
        };
    }

    /// @param mean in the order red, green, blue
    /// @param scale likewise
    private record Scaling(String words, List<Double> mean, List<Double> scale) {

        static Scaling same(String words, double mean, double scale) {
            return new Scaling(words, List.of(mean, mean, mean), List.of(scale, scale, scale));
        }

        static String words(Input input) {
            return SCALINGS.stream()
                    .filter(
                            s ->
                                    ordered(s.mean, input.channels()).equals(input.mean())
                                            && ordered(s.scale, input.channels())
                                                    .equals(input.scale()))
                    .map(Scaling::words)
                    .findFirst()
                    .orElseGet(() -> "(p - %s) / %s".formatted(input.mean(), input.scale()));
        }
    }
}
