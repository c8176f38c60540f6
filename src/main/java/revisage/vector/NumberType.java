package revisage.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// How one number lies in a file: kind and width. Byte order is said apart.
public enum NumberType {
    /// IEEE half.
    F16(2),
    /// The upper half of a 32-bit float.
    BF16(2),
    /// IEEE single.
    F32(4),
    /// IEEE double.
    F64(8),
    /// Signed.
    I8(1),
    /// Signed.
    I16(2),
    /// Signed.
    I32(4),
    /// Signed.
    I64(8),
    /// Unsigned.
    U8(1),
    /// Unsigned.
    U16(2),
    /// Unsigned.
    U32(4),
    /// Unsigned.
    U64(8),
    /// 0 or not 0.
    BOOL(1);

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /// Width, 1..8.
    public int bytes() {
        return bytes;
    }

    /// True for F16, BF16, F32 and F64.
    public boolean isFloating() {
        return switch (this) {
            case F16, BF16, F32, F64 -> true;
            case I8, I16, I32, I64, U8, U16, U32, U64, BOOL -> false;
        };
    }

    /// For people: `float32`, `int8`, `bool`.
    public String text() {
        return switch (this) {
            case BF16 -> "bfloat16";
            case F16, F32, F64 -> "float" + bytes * 8;
            case I8, I16, I32, I64 -> "int" + bytes * 8;
            case U8, U16, U32, U64 -> "uint" + bytes * 8;
            case BOOL -> "bool";
        };
    }

    /// The number at byte `offset`. 64-bit integers beyond 2^53 lose their last bits.
    public double read(MemorySegment from, long offset, ByteOrder order) {
        boolean turn = order == ByteOrder.BIG_ENDIAN;
        return switch (this) {
            case F16 -> Float.float16ToFloat(two(from, offset, turn));
            case BF16 -> Float.intBitsToFloat(two(from, offset, turn) << 16);
            case F32 -> Float.intBitsToFloat(four(from, offset, turn));
            case F64 -> Double.longBitsToDouble(eight(from, offset, turn));
            case I8 -> from.get(ValueLayout.JAVA_BYTE, offset);
            case I16 -> two(from, offset, turn);
            case I32 -> four(from, offset, turn);
            case I64 -> eight(from, offset, turn);
            case U8 -> from.get(ValueLayout.JAVA_BYTE, offset) & 0xFF;
            case U16 -> two(from, offset, turn) & 0xFFFF;
            case U32 -> four(from, offset, turn) & 0xFFFFFFFFL;
            case U64 -> unsigned(eight(from, offset, turn));
            case BOOL -> from.get(ValueLayout.JAVA_BYTE, offset) == 0 ? 0 : 1;
        };
    }

    /// The integer at byte `offset`, little-endian.
    ///
    /// @throws IllegalStateException for floating types
    long readLong(MemorySegment from, long offset) {
        return switch (this) {
            case I64, U64 -> eight(from, offset, false);
            case I8, I16, I32, U8, U16, U32, BOOL ->
                    (long) read(from, offset, ByteOrder.LITTLE_ENDIAN);
            case F16, BF16, F32, F64 -> throw new IllegalStateException(text() + " is no integer");
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private static short two(MemorySegment from, long offset, boolean turn) {
        short bits = from.get(SHORT, offset);
        return turn ? Short.reverseBytes(bits) : bits;
    }

    private static int four(MemorySegment from, long offset, boolean turn) {
        int bits = from.get(INT, offset);
        return turn ? Integer.reverseBytes(bits) : bits;
    }

    private static long eight(MemorySegment from, long offset, boolean turn) {
        long bits = from.get(LONG, offset);
        return turn ? Long.reverseBytes(bits) : bits;
    }
}
