package revisage.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import revisage.extract.ModelCard;
import revisage.face.FaceBatch;
import revisage.work.WorkException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/// One thread's way through the network: its memory for faces going in and vectors coming out, used
/// again for each block. One thread at a time.
final class Lane implements AutoCloseable {

    private final OrtSession session;
    private final ModelCard card;
    private final Preprocessing preprocessing;
    private final boolean fixed;
    private final int block;
    private final long[] answer;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final Map<Integer, Ports> ports = new HashMap<>();

    /// @param block faces a call at most; always as many if `fixed`
    /// @param answer shape of the network's answer, batch first
    Lane(OrtSession session, ModelCard card, int block, boolean fixed, long[] answer) {
        this.session = session;
        this.card = card;
        this.block = block;
        this.fixed = fixed;
        this.answer = answer.clone();
        preprocessing = new Preprocessing(card.input());
        input = direct(block * preprocessing.values());
        output = direct(block * card.dimension());
    }

    /// Embeds faces `from..from+count-1` into `out` at the same places; `count` is at most the
    /// block.
    void run(FaceBatch faces, int from, int count, float[] out, OrtSession.RunOptions options)
            throws OrtException, WorkException {
        preprocessing.fill(faces, from, count, input);
        Ports used = ports(fixed ? block : count);
        session.run(
                        Map.of(card.input().name(), used.input),
                        java.util.Set.of(),
                        Map.of(card.output().name(), used.output),
                        options)
                .close();
        output.get(0, out, from * card.dimension(), count * card.dimension());
    }

    private Ports ports(int count) throws OrtException, WorkException {
        Ports known = ports.get(count);
        if (known == null) {
            known =
                    new Ports(
                            inputTensor(input, count, preprocessing, card.input()),
                            outputTensor(count));
            ports.put(count, known);
        }
        return known;
    }

    /// A view of the first `count` faces of a direct buffer.
    static OnnxTensor inputTensor(
            FloatBuffer buffer, int count, Preprocessing made, ModelCard.Input wants)
            throws OrtException, WorkException {
        long h = wants.height();
        long w = wants.width();
        long[] shape =
                wants.layout() == ModelCard.Layout.NCHW
                        ? new long[] {count, 3, h, w}
                        : new long[] {count, h, w, 3};
        return OnnxTensor.createTensor(
                SilentRuntime.environment(), buffer.slice(0, count * made.values()), shape);
    }

    private OnnxTensor outputTensor(int count) throws OrtException, WorkException {
        long[] shape = answer.clone();
        shape[0] = count;
        return OnnxTensor.createTensor(
                SilentRuntime.environment(), output.slice(0, count * card.dimension()), shape);
    }

    /// Memory that native code reads and writes without a copy.
    static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public void close() {
        ports.values().forEach(Ports::close);
        ports.clear();
    }

    private record Ports(OnnxTensor input, OnnxTensor output) {

        void close() {
            input.close();
            output.close();
        }
    }
}
