package revisage.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/// Many vectors of one space: the central batch type. Immutable by agreement.
///
/// - **Shape** `(n, d)`, row after row, 32-bit floats as the extractor gave them (not scaled).
///
/// The numbers lie in one [MemorySegment]: on the heap, or mapped from a file so that a million
/// vectors open at once. Whoever makes a set hands the memory over and does not write to it again.
public final class VectorSet {

    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;

    private final MemorySegment values;
    private final int count;
    private final int dimension;
    private final Optional<List<String>> ids;
    private final Optional<List<String>> labels;

    /// @param values `count * dimension` floats in the machine's byte order
    /// @param ids one a vector, or empty
    /// @param labels the person of each vector, or empty
    /// @throws IllegalArgumentException if the sizes do not fit together
    public VectorSet(
            MemorySegment values,
            int count,
            int dimension,
            Optional<List<String>> ids,
            Optional<List<String>> labels) {
        if (dimension < 1 || values.byteSize() != (long) count * dimension * Float.BYTES) {
            throw new IllegalArgumentException(
                    "%d x %d does not fit %d bytes".formatted(count, dimension, values.byteSize()));
        }
        if (ids.map(List::size).orElse(count) != count
                || labels.map(List::size).orElse(count) != count) {
            throw new IllegalArgumentException("ids and labels must be one a vector");
        }
        this.values = values;
        this.count = count;
        this.dimension = dimension;
        this.ids = ids.map(List::copyOf);
        this.labels = labels.map(List::copyOf);
    }

    /// @param values `n * dimension` floats, not copied
    public static VectorSet of(float[] values, int dimension) {
        return new VectorSet(
                MemorySegment.ofArray(values),
                values.length / dimension,
                dimension,
                Optional.empty(),
                Optional.empty());
    }

    /// The same numbers with other names.
    public VectorSet named(List<String> newIds, List<String> newLabels) {
        return new VectorSet(values, count, dimension, Optional.of(newIds), Optional.of(newLabels));
    }

    /// This set, if an extractor with `expected` dimensions can have made it.
    ///
    /// @param whose for the message, for example the extractor's name
    /// @throws VectorFileException if the dimension is another one
    public VectorSet requireDimension(int expected, String whose) throws VectorFileException {
        if (dimension != expected) {
            throw new VectorFileException(
                    "The vectors have %d dimensions, but %s makes vectors of %d."
                            .formatted(dimension, whose, expected),
                    "Use the extractor that the vectors came from.");
        }
        return this;
    }

    /// n.
    public int count() {
        return count;
    }

    /// d.
    public int dimension() {
        return dimension;
    }

    /// One a vector, where the file had them.
    public Optional<List<String>> ids() {
        return ids;
    }

    /// The person of each vector, where the file had them.
    public Optional<List<String>> labels() {
        return labels;
    }

    /// Copies rows `from..to-1` to `target`, from `offset` on.
    public void copyRows(int from, int to, float[] target, int offset) {
        MemorySegment.copy(
                values,
                FLOAT,
                (long) from * dimension * Float.BYTES,
                target,
                offset,
                Math.multiplyExact(to - from, dimension));
    }

    /// Rows `from..to-1` where they lie, read only: for engines that need no copy.
    public MemorySegment memory(int from, int to) {
        return values.asSlice(
                        (long) from * dimension * Float.BYTES,
                        (long) (to - from) * dimension * Float.BYTES)
                .asReadOnly();
    }

    /// A copy of one vector; shape `(d)`.
    public float[] row(int i) {
        float[] row = new float[dimension];
        copyRows(i, i + 1, row, 0);
        return row;
    }

    /// A copy of all; shape `(n, d)`. Only where `n * d` fits an array.
    public float[] toArray() {
        float[] all = new float[Math.multiplyExact(count, dimension)];
        copyRows(0, count, all, 0);
        return all;
    }

    /// The chosen vectors in the order given, with their ids and labels; own memory.
    public VectorSet chosen(int... rows) {
        float[] picked = new float[Math.multiplyExact(rows.length, dimension)];
        for (int i = 0; i < rows.length; i++) {
            copyRows(rows[i], rows[i] + 1, picked, i * dimension);
        }
        return new VectorSet(
                MemorySegment.ofArray(picked),
                rows.length,
                dimension,
                ids.map(l -> pick(l, rows)),
                labels.map(l -> pick(l, rows)));
    }

    /// The memory itself, row after row, 32-bit floats in the machine's byte order; not to be
    /// written to.
    public MemorySegment values() {
        return values;
    }

    private static List<String> pick(List<String> from, int[] rows) {
        return java.util.Arrays.stream(rows).mapToObj(from::get).toList();
    }
}
