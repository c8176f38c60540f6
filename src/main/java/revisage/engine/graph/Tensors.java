package revisage.engine.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

import com.google.protobuf.ByteString;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Numbers in ONNX's tensors.
public final class Tensors {

    private Tensors() {}

    /// What is fixed in the graph, by name: initializers and the values of `Constant` nodes.
    public static Map<String, TensorProto> constants(GraphProto graph) {
        Map<String, TensorProto> found = new HashMap<>();
        for (TensorProto t : graph.getInitializerList()) {
            found.put(t.getName(), t);
        }
        for (NodeProto n : graph.getNodeList()) {
            if (n.getOpType().equals("Constant")
                    && n.getAttributeCount() == 1
                    && n.getAttribute(0).hasT()) {
                found.put(n.getOutput(0), n.getAttribute(0).getT());
            }
        }
        return found;
    }

    /// Whether these are 32-bit floats.
    public static boolean isFloat(TensorProto tensor) {
        return tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber();
    }

    /// Shape `(all)`; only of 32-bit floats.
    public static float[] floats(TensorProto tensor) {
        if (tensor.getFloatDataCount() > 0) {
            float[] values = new float[tensor.getFloatDataCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            return values;
        }
        float[] values = new float[tensor.getRawData().size() / Float.BYTES];
        little(tensor).asFloatBuffer().get(values);
        return values;
    }

    /// Only of 64-bit whole numbers; empty otherwise.
    public static List<Long> longs(TensorProto tensor) {
        if (tensor.getDataType() != TensorProto.DataType.INT64.getNumber()) {
            return List.of();
        }
        if (tensor.getInt64DataCount() > 0) {
            return tensor.getInt64DataList();
        }
        var values = little(tensor).asLongBuffer();
        return IntStream.range(0, values.remaining()).mapToObj(values::get).toList();
    }

    private static ByteBuffer little(TensorProto tensor) {
        return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// 32-bit floats with a name.
    public static TensorProto floats(String name, float[] values, long... shape) {
        ByteBuffer raw =
                ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                        .order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addAllDims(Arrays.stream(shape).boxed().toList())
                .setRawData(ByteString.copyFrom(raw))
                .build();
    }

    /// 64-bit whole numbers in a row, with a name.
    public static TensorProto longs(String name, long... values) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length)
                .addAllInt64Data(Arrays.stream(values).boxed().toList())
                .build();
    }

    /// A graph's input or output of 32-bit floats.
    public static ValueInfoProto port(String name, TensorShapeProto.Builder shape) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                                .setShape(shape)))
                .build();
    }

    /// Bytes that the shape and type ask for; the shape must have been found sane. Texts count 1.
    public static long claimedBytes(TensorProto tensor) {
        long count = tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b);
        return (count * bitsOf(tensor) + 7) / 8;
    }

    /// Bytes that are there, in the raw field or in the one for the type.
    public static long heldBytes(TensorProto tensor) {
        if (!tensor.getRawData().isEmpty()) {
            return tensor.getRawData().size();
        }
        long fields =
                0L
                        + tensor.getInt32DataCount()
                        + tensor.getStringDataCount()
                        + tensor.getFloatDataCount()
                        + tensor.getDoubleDataCount()
                        + tensor.getInt64DataCount()
                        + tensor.getUint64DataCount();
        return switch (tensor.getDataType()) {
            case 14, 15 -> fields * bitsOf(tensor) / 16; // complex: two fields a number
            case 21, 22, 23 -> fields; // 4 bit: two numbers a field
            default -> fields * bitsOf(tensor) / 8;
        };
    }

    private static long bitsOf(TensorProto tensor) {
        return switch (tensor.getDataType()) {
            case 2, 3, 8, 9, 17, 18, 19, 20, 24 -> 8;
            case 4, 5, 10, 16 -> 16;
            case 1, 6, 12 -> 32;
            case 7, 11, 13, 14 -> 64;
            case 15 -> 128;
            case 21, 22, 23 -> 4;
            default -> 0;
        };
    }

    /// For example `float32`.
    public static String typeName(int type) {
        var known = TensorProto.DataType.forNumber(type);
        if (known == null) {
            return "type " + type;
        }
        return switch (known) {
            case FLOAT -> "float32";
            case DOUBLE -> "float64";
            default -> known.name().toLowerCase(Locale.ROOT);
        };
    }
}
