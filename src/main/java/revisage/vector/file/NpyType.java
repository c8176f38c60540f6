package revisage.vector.file;

import revisage.vector.NumberType;
import revisage.vector.Refusal;
import revisage.vector.VectorFileException;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The element type of a NumPy array.
sealed interface NpyType {

    /// Width of one element.
    long bytes();

    /// For people.
    String text();

    /// @param order how the bytes of one number lie
    record Numbers(NumberType type, ByteOrder order) implements NpyType {
        @Override
        public long bytes() {
            return type.bytes();
        }

        @Override
        public String text() {
            return type.text() + (order == ByteOrder.BIG_ENDIAN ? ", big-endian" : "");
        }
    }

    /// @param characters the room for one text
    /// @param wide 4 bytes a character (`U`), not 1 (`S`)
    record Texts(int characters, boolean wide, ByteOrder order) implements NpyType {
        @Override
        public long bytes() {
            return wide ? 4L * characters : characters;
        }

        @Override
        public String text() {
            return "text";
        }
    }

    /// What cannot be read as data at all.
    ///
    /// @param reason after "it"
    record Unread(String reason, String remedy) implements NpyType {
        @Override
        public long bytes() {
            return 1;
        }

        @Override
        public String text() {
            return "unreadable";
        }
    }

    /// @param descr for example `<f4`
    static NpyType of(String descr, Refusal refusal) throws VectorFileException {
        Matcher parts = Pattern.compile("([<>|=]?)([a-zA-Z?])(\\d{0,9})").matcher(descr);
        if (!parts.matches()) {
            throw refusal.because("its element type \"%s\" is unknown".formatted(descr));
        }
        ByteOrder order =
                parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        String kind = parts.group(2);
        String width = parts.group(3);
        if (kind.equals("O")) {
            return new Unread(
                    "it holds pickled Python objects, which can run any program when they are"
                            + " opened",
                    FileKind.NO_PICKLE);
        }
        if ((kind.equals("U") || kind.equals("S")) && !width.isEmpty()) {
            return new Texts(Integer.parseInt(width), kind.equals("U"), order);
        }
        NumberType type = NUMBERS.get(kind + width);
        return type != null
                ? new Numbers(type, order)
                : new Unread(
                        "its element type \"%s\" is none for vectors".formatted(descr),
                        "Save the vectors as float32: numpy.save(\"leak.npy\","
                                + " vectors.astype(\"float32\")).");
    }

    /// By NumPy's kind and width.
    Map<String, NumberType> NUMBERS =
            Map.ofEntries(
                    Map.entry("f2", NumberType.F16),
                    Map.entry("f4", NumberType.F32),
                    Map.entry("f8", NumberType.F64),
                    Map.entry("i1", NumberType.I8),
                    Map.entry("i2", NumberType.I16),
                    Map.entry("i4", NumberType.I32),
                    Map.entry("i8", NumberType.I64),
                    Map.entry("u1", NumberType.U8),
                    Map.entry("u2", NumberType.U16),
                    Map.entry("u4", NumberType.U32),
                    Map.entry("u8", NumberType.U64),
                    Map.entry("b1", NumberType.BOOL),
                    Map.entry("?", NumberType.BOOL));
}
