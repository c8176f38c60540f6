package revisage.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.engine.graph.Tensors;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;

/// A right-hand side written into the graph as a weight: ONNX Runtime lays it out for its product
/// once, not at every call, which for few rows on the left costs more than the product itself.
final class PackedRight implements Products.Fixed {

    private final OrtSession session;
    private final int inner;
    private final int columns;
    private final int block;
    private FloatBuffer question = FloatBuffer.allocate(0);
    private FloatBuffer answer = FloatBuffer.allocate(0);

    /// @param multiplicationsACall how much one native call may do
    PackedRight(Matrix right, double multiplicationsACall) throws OrtException, WorkException {
        inner = right.rows();
        columns = right.columns();
        block = (int) Math.clamp(multiplicationsACall / ((double) inner * columns), 1, 1 << 16);
        var weight = Tensors.floats("b", right.data(), inner, columns);
        try (var options = OnnxProducts.options()) {
            session =
                    SilentRuntime.environment()
                            .createSession(OnnxProducts.product(weight), options);
        }
    }

    @Override
    public synchronized void times(float[] left, int m, float[] out)
            throws WorkException, InterruptedException {
        for (int from = 0; from < m; from += block) {
            Work.pausePoint();
            int rows = Math.min(block, m - from);
            question = roomFor(question, rows * inner);
            answer = roomFor(answer, rows * columns);
            question.put(0, left, from * inner, rows * inner);
            try (OnnxTensor a = OnnxProducts.tensor(question.slice(0, rows * inner), rows, inner);
                    OnnxTensor c =
                            OnnxProducts.tensor(answer.slice(0, rows * columns), rows, columns);
                    OrtSession.Result _ = session.run(Map.of("a", a), Map.of("c", c))) {
                answer.get(0, out, from * columns, rows * columns);
            } catch (OrtException e) {
                throw OnnxProducts.failed(e);
            }
        }
    }

    /// Memory that ONNX Runtime reads and writes without a copy between.
    private static FloatBuffer roomFor(FloatBuffer kept, int floats) {
        return kept.capacity() >= floats
                ? kept
                : OnnxProducts.floats(
                        ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES)));
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
