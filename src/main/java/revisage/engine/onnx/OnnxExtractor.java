package revisage.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.extract.ModelException;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/// An extractor on ONNX Runtime.
final class OnnxExtractor implements Extractor {

    /// Faces a native call: short calls stop quickly, and larger ones are no faster on a CPU.
    private static final int BLOCK = 16;

    private final ModelCard card;
    private final OrtSession session;
    private final FloatBuffer input;

    OnnxExtractor(Path onnx, ModelCard card) throws WorkException {
        this.card = card;
        try (var options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = SilentRuntime.environment().createSession(onnx.toString(), options);
        } catch (OrtException e) {
            throw failed(e);
        }
        input =
                ByteBuffer.allocateDirect(
                                BLOCK
                                        * card.input().width()
                                        * card.input().height()
                                        * 3
                                        * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String device() {
        return "CPU";
    }

    @Override
    public float[] embed(FaceBatch faces) throws WorkException, InterruptedException {
        float[] out = new float[Math.multiplyExact(faces.count(), card.dimension())];
        for (int from = 0; from < faces.count(); from += BLOCK) {
            Work.pausePoint();
            int count = Math.min(BLOCK, faces.count() - from);
            fill(faces.pixels(), from, count);
            long[] shape = {count, 3, card.input().height(), card.input().width()};
            try (OnnxTensor tensor =
                            OnnxTensor.createTensor(
                                    SilentRuntime.environment(),
                                    input.slice(0, count * planes()),
                                    shape);
                    OrtSession.Result result = session.run(Map.of(card.input().name(), tensor))) {
                ((OnnxTensor) result.get(0))
                        .getFloatBuffer()
                        .get(out, from * card.dimension(), count * card.dimension());
            } catch (OrtException e) {
                throw failed(e);
            }
        }
        return out;
    }

    private int planes() {
        return 3 * card.input().height() * card.input().width();
    }

    private void fill(float[] pixels, int from, int count) { // (b, h, w, c) -> (b, c, h, w)
        ModelCard.Input wants = card.input();
        ModelCard.Crop crop = wants.crop();
        IntStream.range(0, count * 3)
                .parallel()
                .forEach(
                        plane -> {
                            int c = plane % 3;
                            int colour = wants.channels() == ModelCard.Channels.RGB ? c : 2 - c;
                            float mean = wants.mean().get(c).floatValue();
                            float scale = 1 / wants.scale().get(c).floatValue();
                            float[] row = new float[crop.width()];
                            int base = (from + plane / 3) * FaceImage.VALUES + colour;
                            for (int y = 0; y < crop.height(); y++) {
                                int at = base + ((y + crop.y()) * FaceImage.SIDE + crop.x()) * 3;
                                for (int x = 0; x < crop.width(); x++) {
                                    row[x] = (pixels[at + 3 * x] - mean) * scale;
                                }
                                input.put((plane * crop.height() + y) * crop.width(), row);
                            }
                        });
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModelException failed(OrtException e) {
        return new ModelException(
                "ONNX Runtime could not run the model (%s).".formatted(e.getMessage()),
                "Check the model file.",
                e);
    }
}
