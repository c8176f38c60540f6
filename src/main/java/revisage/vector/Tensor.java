package revisage.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Numbers of one type in a box of any shape, as a safetensors file holds them. Immutable by
/// agreement: whoever makes one hands the memory over.
///
/// - **Shape** any, the last axis fastest; little-endian.
public final class Tensor {

    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(LITTLE);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(LITTLE);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(LITTLE);

    private final NumberType type;
    private final List<Long> shape;
    private final MemorySegment data;

    /// @param data little-endian, the product of `shape` numbers, not copied
    /// @throws IllegalArgumentException if the sizes do not fit
    Tensor(NumberType type, List<Long> shape, MemorySegment data) {
        if (size(shape) * type.bytes() != data.byteSize()) {
            throw new IllegalArgumentException(
                    "%s of %s does not fit %d bytes"
                            .formatted(shape, type.text(), data.byteSize()));
        }
        this.type = type;
        this.shape = List.copyOf(shape);
        this.data = data;
    }

    /// @param values as many as `shape` says; not copied where the machine is little-endian
    public static Tensor floats(float[] values, long... shape) {
        return new Tensor(
                NumberType.F32, list(shape), little(MemorySegment.ofArray(values), FLOAT));
    }

    /// Rounded to 16 bits, IEEE half: about three digits.
    ///
    /// @param values as many as `shape` says
    public static Tensor halves(float[] values, long... shape) {
        MemorySegment to = MemorySegment.ofArray(new byte[values.length * Short.BYTES]);
        for (int i = 0; i < values.length; i++) {
            to.set(SHORT, (long) i * Short.BYTES, Float.floatToFloat16(values[i]));
        }
        return new Tensor(NumberType.F16, list(shape), to);
    }

    /// A set's numbers where they lie, shape `(n, d)`; its ids and labels stay behind.
    public static Tensor of(VectorSet vectors) {
        if (ByteOrder.nativeOrder() != LITTLE) {
            return floats(vectors.toArray(), vectors.count(), vectors.dimension());
        }
        List<Long> shape = list(vectors.count(), vectors.dimension());
        return new Tensor(NumberType.F32, shape, vectors.memory(0, vectors.count()));
    }

    /// @param values as many as `shape` says; not copied where the machine is little-endian
    public static Tensor doubles(double[] values, long... shape) {
        return new Tensor(
                NumberType.F64, list(shape), little(MemorySegment.ofArray(values), DOUBLE));
    }

    /// @param values as many as `shape` says; not copied where the machine is little-endian
    public static Tensor longs(long[] values, long... shape) {
        return new Tensor(NumberType.I64, list(shape), little(MemorySegment.ofArray(values), LONG));
    }

    private static MemorySegment little(MemorySegment values, ValueLayout layout) {
        if (ByteOrder.nativeOrder() == LITTLE) {
            return values;
        }
        MemorySegment little = MemorySegment.ofArray(new byte[Math.toIntExact(values.byteSize())]);
        MemorySegment.copy(
                values,
                layout.withOrder(ByteOrder.nativeOrder()),
                0,
                little,
                layout,
                0,
                values.byteSize() / layout.byteSize());
        return little;
    }

    /// How the numbers are stored.
    public NumberType type() {
        return type;
    }

    /// Sizes of the axes; empty for a single number.
    public List<Long> shape() {
        return shape;
    }

    /// How many numbers.
    public long size() {
        return size(shape);
    }

    /// The little-endian bytes themselves; not to be written to.
    public MemorySegment data() {
        return data;
    }

    /// A copy as 32-bit floats. Only where the numbers fit one array.
    public float[] toFloats() {
        float[] floats = new float[Math.toIntExact(size())];
        if (type == NumberType.F32) {
            MemorySegment.copy(data, FLOAT, 0, floats, 0, floats.length);
        } else {
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) type.read(data, (long) i * type.bytes(), LITTLE);
            }
        }
        return floats;
    }

    /// As many vectors, not copied where it can be avoided.
    ///
    /// @throws IllegalStateException if the shape is not `(n, d)`
    public VectorSet toVectors() {
        if (shape.size() != 2) {
            throw new IllegalStateException(shape + " is not (n, d)");
        }
        int d = Math.toIntExact(shape.getLast());
        if (type != NumberType.F32 || ByteOrder.nativeOrder() != LITTLE) {
            return VectorSet.of(toFloats(), d);
        }
        int n = Math.toIntExact(shape.getFirst());
        return new VectorSet(data, n, d, Optional.empty(), Optional.empty());
    }

    /// A copy as 64-bit floats. Only where the numbers fit one array.
    public double[] toDoubles() {
        double[] doubles = new double[Math.toIntExact(size())];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = type.read(data, (long) i * type.bytes(), LITTLE);
        }
        return doubles;
    }

    /// A copy as integers.
    ///
    /// @throws IllegalStateException for floating types
    public long[] toLongs() {
        long[] longs = new long[Math.toIntExact(size())];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = type.readLong(data, (long) i * type.bytes());
        }
        return longs;
    }

    private static long size(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    private static List<Long> list(long... shape) {
        return Arrays.stream(shape).boxed().toList();
    }
}
