package revisage.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.work.WorkException;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What a network says to two test images before anyone relies on it. The images are smooth waves
/// of all colours: no face, nobody's face.
final class Trial {

    private static final int IMAGES = 2;

    private final long[] shape;
    private final float[] answers;

    private Trial(long[] shape, float[] answers) {
        this.shape = shape;
        this.answers = answers;
    }

    /// Runs the network.
    ///
    /// @param fixed faces a call, where the file fixes them
    /// @throws ModelException if it does not run, gives another shape than the card says, numbers
    ///   that are not finite, or the same to every image
    static Trial of(ModelFile file, OrtSession session, ModelCard card, Optional<Integer> fixed)
            throws WorkException {
        int batch = fixed.orElse(IMAGES);
        int images = Math.min(batch, IMAGES);
        var preprocessing = new Preprocessing(card.input());
        FloatBuffer input = Lane.direct(batch * preprocessing.values());
        preprocessing.fill(new FaceBatch(waves(images), images), 0, images, input);
        try (OnnxTensor tensor = Lane.inputTensor(input, batch, preprocessing, card.input());
                OrtSession.Result result =
                        session.run(
                                Map.of(card.input().name(), tensor),
                                Set.of(card.output().name()))) {
            if (!(result.get(0) instanceof OnnxTensor answer)) {
                throw refused(file, "gives no tensor");
            }
            long[] shape = answer.getInfo().getShape();
            long values =
                    IntStream.range(1, shape.length)
                            .mapToLong(i -> shape[i])
                            .reduce(1, (a, b) -> a * b);
            if (shape.length < 1 || shape[0] != batch || values != card.dimension()) {
                throw refused(
                        file,
                        "answers %d faces with numbers of the shape %s, its card says %d a face"
                                .formatted(
                                        batch, java.util.Arrays.toString(shape), card.dimension()));
            }
            float[] answers = new float[images * card.dimension()];
            answer.getFloatBuffer().get(answers);
            var trial = new Trial(shape, answers);
            trial.mustSaySomething(file, images, card.dimension());
            return trial;
        } catch (OrtException e) {
            throw refused(file, "cannot be run (" + OnnxSession.reason(e) + ")");
        }
    }

    private void mustSaySomething(ModelFile file, int images, int dimension) throws ModelException {
        boolean finite =
                IntStream.range(0, answers.length).allMatch(i -> Float.isFinite(answers[i]));
        if (!finite) {
            throw refused(file, "answers a test image with numbers that are not finite");
        }
        boolean silent = IntStream.range(0, answers.length).allMatch(i -> answers[i] == 0);
        boolean same =
                images > 1
                        && IntStream.range(0, dimension)
                                .allMatch(i -> answers[i] == answers[dimension + i]);
        if (silent || same) {
            throw refused(
                    file,
                    silent ? "answers a test image with zeros" : "answers different images alike");
        }
    }

    /// Shape of the answer, batch first.
    long[] shape() {
        return shape.clone();
    }

    /// How alike two networks answer, -1..1: the cosine of all answers together.
    double cosine(Trial other) {
        double dot = 0;
        double mine = 0;
        double its = 0;
        for (int i = 0; i < answers.length; i++) {
            dot += (double) answers[i] * other.answers[i];
            mine += (double) answers[i] * answers[i];
            its += (double) other.answers[i] * other.answers[i];
        }
        double lengths = Math.sqrt(its / mine);
        return Math.abs(lengths - 1) > 1e-3 ? -1 : dot / Math.sqrt(mine * its);
    }

    private static float[] waves(int images) {
        float[] pixels = new float[images * FaceImage.VALUES];
        for (int i = 0; i < pixels.length; i++) {
            int face = i / FaceImage.VALUES;
            int c = i % 3;
            double x = i / 3 % FaceImage.SIDE / 112.0;
            double y = i / 3 / FaceImage.SIDE % FaceImage.SIDE / 112.0;
            double wave =
                    Math.sin((5 + 3 * face) * x + 2 * c)
                            + Math.cos((7 - 2 * face) * y + c)
                            + 0.5 * Math.sin(23 * x * y + 3 * face);
            pixels[i] = (float) (127.5 + 50 * wave);
        }
        return pixels;
    }

    private static ModelException refused(ModelFile file, String fault) {
        return new ModelException(
                "The model %s %s.".formatted(file.path(), fault),
                "It does not fit its card, or is damaged; ask 'revisage extractor probe'.");
    }
}
