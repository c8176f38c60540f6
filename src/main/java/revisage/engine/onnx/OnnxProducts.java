package revisage.engine.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import revisage.algebra.Matrix;
import revisage.algebra.Products;
import revisage.engine.graph.Tensors;
import revisage.extract.ModelException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/// Matrix products by ONNX Runtime's MatMul: as fast as an extractor's own layers, on all cores.
public final class OnnxProducts implements Products {

    /// Keeps one native call well under a second on two cores (about 80 GFLOP/s a core).
    private static final double MULTIPLICATIONS_A_CALL = 1.5e10;

    /// Smaller sides are laid out in no time.
    private static final int WORTH_PACKING = 1 << 20;

    private final OrtSession session;

    /// Loads ONNX Runtime.
    public OnnxProducts() throws WorkException {
        try (var options = options()) {
            session = SilentRuntime.environment().createSession(product(), options);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    @Override
    public Matrix times(Matrix left, Matrix right) throws WorkException, InterruptedException {
        if (left.columns() != right.rows()) {
            throw new IllegalArgumentException(
                    "%d columns meet %d rows".formatted(left.columns(), right.rows()));
        }
        float[] out = new float[Math.multiplyExact(left.rows(), right.columns())];
        try (Fixed fixed = forOnce(right)) {
            fixed.times(left.data(), left.rows(), out);
        }
        return new Matrix(left.rows(), right.columns(), out);
    }

    @Override
    public Fixed fix(Matrix right) throws WorkException {
        if (right.data().length < WORTH_PACKING) {
            return forOnce(right);
        }
        try {
            return new PackedRight(right, MULTIPLICATIONS_A_CALL);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private Fixed forOnce(Matrix right) throws WorkException {
        try {
            OnnxTensor kept =
                    OnnxTensor.createTensor(
                            SilentRuntime.environment(),
                            FloatBuffer.wrap(right.data()),
                            new long[] {right.rows(), right.columns()});
            return new FixedRight(kept, right.rows(), right.columns());
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class FixedRight implements Fixed {

        private final OnnxTensor right;
        private final int inner;
        private final int columns;
        private FloatBuffer kept = FloatBuffer.allocate(0);

        FixedRight(OnnxTensor right, int inner, int columns) {
            this.right = right;
            this.inner = inner;
            this.columns = columns;
        }

        @Override
        public void times(float[] left, int m, float[] out)
                throws WorkException, InterruptedException {
            int block =
                    (int)
                            Math.clamp(
                                    MULTIPLICATIONS_A_CALL / ((double) inner * columns),
                                    1,
                                    Math.max(1, m));
            for (int from = 0; from < m; from += block) {
                Work.pausePoint();
                int rows = Math.min(block, m - from);
                try (OnnxTensor a =
                                OnnxTensor.createTensor(
                                        SilentRuntime.environment(),
                                        FloatBuffer.wrap(left, from * inner, rows * inner).slice(),
                                        new long[] {rows, inner});
                        OrtSession.Result result = session.run(Map.of("a", a, "b", right))) {
                    ((OnnxTensor) result.get(0))
                            .getFloatBuffer()
                            .get(out, from * columns, rows * columns);
                } catch (OrtException e) {
                    throw failed(e);
                }
            }
        }

        @Override
        public void times(MemorySegment left, int m, float[] out)
                throws WorkException, InterruptedException {
            if (!left.isNative() || left.byteSize() > Integer.MAX_VALUE || m == 0) {
                Fixed.super.times(left, m, out);
                return;
            }
            Work.pausePoint();
            synchronized (this) {
                FloatBuffer answers = answers(m * columns);
                try (OnnxTensor a = tensor(floats(left.asByteBuffer()), m, inner);
                        OnnxTensor c = tensor(answers, m, columns);
                        OrtSession.Result _ =
                                session.run(Map.of("a", a, "b", right), Map.of("c", c))) {
                    answers.get(0, out, 0, m * columns);
                } catch (OrtException e) {
                    throw failed(e);
                }
            }
        }

        /// Memory that ONNX Runtime writes to and we read without a copy between.
        private FloatBuffer answers(int floats) {
            if (kept.capacity() < floats) {
                kept = floats(ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES)));
            }
            return kept.slice(0, floats);
        }

        @Override
        public void close() {
            right.close();
        }
    }

    static FloatBuffer floats(ByteBuffer bytes) {
        return bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    static OnnxTensor tensor(FloatBuffer numbers, long rows, long columns)
            throws OrtException, WorkException {
        return OnnxTensor.createTensor(
                SilentRuntime.environment(), numbers, new long[] {rows, columns});
    }

    static ModelException failed(OrtException e) {
        return new ModelException(
                "ONNX Runtime could not multiply matrices (%s).".formatted(e.getMessage()),
                "Free some memory and try again.",
                e);
    }

    /// The graph `c = a b`.
    ///
    /// @param weights sides that are part of it, named `a` or `b`; the others are its inputs
    static byte[] product(TensorProto... weights) {
        var graph = GraphProto.newBuilder().setName("product").addOutput(matrix("c"));
        List<TensorProto> inside = List.of(weights);
        graph.addAllInitializer(inside);
        for (String side : List.of("a", "b")) {
            if (inside.stream().noneMatch(w -> w.getName().equals(side))) {
                graph.addInput(matrix(side));
            }
        }
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType("MatMul")
                        .addInput("a")
                        .addInput("b")
                        .addOutput("c"));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto matrix(String name) {
        var any = TensorShapeProto.newBuilder();
        any.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(name + "_rows"));
        any.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(name + "_columns"));
        return Tensors.port(name, any);
    }
}
