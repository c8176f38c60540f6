package revisage.engine.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;

import com.google.protobuf.ByteString;

/// Attributes of ONNX's nodes.
public final class Attributes {

    private Attributes() {}

    /// A number.
    public static AttributeProto number(String name, float value) {
        return named(name, AttributeProto.AttributeType.FLOAT).setF(value).build();
    }

    /// A whole number.
    public static AttributeProto whole(String name, long value) {
        return named(name, AttributeProto.AttributeType.INT).setI(value).build();
    }

    /// Whole numbers in a row.
    public static AttributeProto wholes(String name, long... values) {
        var attribute = named(name, AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    /// A word.
    public static AttributeProto text(String name, String value) {
        return named(name, AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private static AttributeProto.Builder named(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
