package revisage.vector.file;

import revisage.vector.FloatMemory;
import revisage.vector.NumberType;
import revisage.vector.Refusal;
import revisage.vector.VectorFileException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/// Raw numbers of any type and order, to become 32-bit floats in rows.
///
/// @param fortran columns lie together, not rows
/// @param data exactly as many bytes as shape and type ask for
record NumberArray(
        NumberType type, ByteOrder order, boolean fortran, List<Long> shape, MemorySegment data) {

    /// No extractor makes longer vectors; a longer row is a list of something else.
    static final int LONGEST_VECTOR = 65_536;

    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int BLOCK = 64;

    NumberArray {
        shape = List.copyOf(shape);
    }

    /// Vectors and their dimension, `(n, d)`.
    record Size(int count, int dimension) {}

    /// Numbers without a copy where the file already holds them as we need them.
    ///
    /// @param notices gets what was converted
    MemorySegment floats(List<String> notices, Refusal refusal)
            throws WorkException, InterruptedException {
        Size size = size(notices, refusal);
        boolean columns = fortran && size.count() > 1 && size.dimension() > 1;
        if (type == NumberType.F32 && order == ByteOrder.nativeOrder() && !columns) {
            return data;
        }
        if (order == ByteOrder.BIG_ENDIAN && type.bytes() > 1) {
            notices.add("The numbers were big-endian and were turned round.");
        }
        if (columns) {
            notices.add("The array was in Fortran order and was turned into rows.");
        }
        noticeType(notices);
        return converted(size, columns, refusal);
    }

    private void noticeType(List<String> notices) {
        switch (type) {
            case F32 -> {}
            case F64 -> notices.add("The numbers were float64 and were rounded to float32.");
            case F16, BF16 ->
                    notices.add(
                            "The numbers were %s: about %s significant digits."
                                    .formatted(type.text(), type == NumberType.F16 ? "3" : "2"));
            case I8, I16, I32, I64, U8, U16, U32, U64, BOOL ->
                    notices.add(
                            "The numbers were %s and were taken as they are; if they are quantised,"
                                            .formatted(type.text())
                                    + " scale and offset are not known here.");
        }
    }

    private MemorySegment converted(Size size, boolean columns, Refusal refusal)
            throws WorkException, InterruptedException {
        int n = size.count();
        int d = size.dimension();
        MemorySegment floats = FloatMemory.of((long) n * d);
        for (int r0 = 0; r0 < n; r0 += BLOCK) {
            Work.pausePoint();
            for (int c0 = 0; c0 < d; c0 += BLOCK) {
                for (int r = r0; r < Math.min(n, r0 + BLOCK); r++) {
                    for (int c = c0; c < Math.min(d, c0 + BLOCK); c++) {
                        long from = columns ? (long) c * n + r : (long) r * d + c;
                        double value = type.read(data, from * type.bytes(), order);
                        float narrow = (float) value;
                        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
                            throw refusal.because(
                                    "%s in row %d, column %d is too large for a 32-bit float"
                                            .formatted(value, r, c));
                        }
                        floats.set(FLOAT, ((long) r * d + c) * Float.BYTES, narrow);
                    }
                }
            }
        }
        return floats;
    }

    /// @param notices gets what was assumed of the shape
    Size size(List<String> notices, Refusal refusal) throws VectorFileException {
        List<Long> axes = shape;
        if (axes.size() > 2) {
            axes = axes.stream().filter(a -> a != 1).toList();
            notices.add("Axes of length 1 in the shape %s were left out.".formatted(shape));
        }
        if (axes.isEmpty() || axes.size() > 2) {
            throw refusal.because(
                    "its shape is %s".formatted(shape),
                    "Save an array of two axes: one row a vector.");
        }
        if (axes.size() == 1) {
            notices.add("The array has one axis and was taken as one vector.");
        }
        long count = axes.size() == 1 ? 1 : axes.getFirst();
        long dimension = axes.getLast();
        if (count < 1 || dimension < 1) {
            throw refusal.because("its shape %s leaves no vector".formatted(shape));
        }
        if (dimension > LONGEST_VECTOR || count > Integer.MAX_VALUE) {
            throw refusal.because(
                    "%,d vectors of %,d components are more than is read"
                            .formatted(count, dimension),
                    "Save an array of two axes: one row a vector, at most %,d components."
                            .formatted(LONGEST_VECTOR));
        }
        return new Size((int) count, (int) dimension);
    }
}
