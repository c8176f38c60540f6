package revisage.vector;

import revisage.work.FileException;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Collects vectors whose number is not known beforehand. The first one says how long all are.
public final class RowCollector {

    private static final int CHUNK = 1 << 18;

    private final Deque<float[]> chunks = new ArrayDeque<>();
    private int dimension;
    private int count;
    private int usedOfLast;

    /// How many so far.
    public int count() {
        return count;
    }

    /// The length of all vectors; 0 before the first.
    public int dimension() {
        return dimension;
    }

    /// @param row read from the start on, copied
    /// @param length how many numbers of it; 1 or more
    /// @throws IllegalArgumentException if it is not as long as the first
    /// @throws FileException if the heap is full
    public void add(float[] row, int length) throws FileException {
        if (length < 1 || (count > 0 && length != dimension)) {
            throw new IllegalArgumentException(
                    "a vector of %d after vectors of %d".formatted(length, dimension));
        }
        dimension = length;
        int rowsAChunk = Math.max(1, CHUNK / dimension);
        if (chunks.isEmpty() || usedOfLast == rowsAChunk) {
            chunks.addLast(chunk(rowsAChunk * dimension));
            usedOfLast = 0;
        }
        System.arraycopy(row, 0, chunks.getLast(), usedOfLast * dimension, dimension);
        usedOfLast++;
        count = Math.incrementExact(count);
    }

    private float[] chunk(int floats) throws FileException {
        try {
            return new float[floats];
        } catch (OutOfMemoryError _) {
            throw FloatMemory.tooMuch(2L * count * dimension * Float.BYTES);
        }
    }

    /// Hands the vectors over; nothing can be added afterwards.
    ///
    /// @throws IllegalStateException if there is none
    public VectorSet toVectors(Optional<List<String>> ids, Optional<List<String>> labels)
            throws FileException {
        if (count == 0) {
            throw new IllegalStateException("no vectors were collected");
        }
        MemorySegment all = FloatMemory.of((long) count * dimension);
        long at = 0;
        while (!chunks.isEmpty()) {
            MemorySegment chunk = MemorySegment.ofArray(chunks.removeFirst());
            long bytes = Math.min(chunk.byteSize(), all.byteSize() - at);
            MemorySegment.copy(chunk, 0, all, at, bytes);
            at += bytes;
        }
        return new VectorSet(all, count, dimension, ids, labels);
    }
}
