package revisage.vector;

import revisage.work.Work;
import revisage.work.WorkException;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The vectors of a set that have a direction: finite and not zero.
///
/// @param kept in their old order, with their ids and labels; empty if none is sound
/// @param left one sentence a vector that was left out
public record SoundVectors(Optional<VectorSet> kept, List<String> left) {

    public SoundVectors {
        left = List.copyOf(left);
    }

    /// Leaves out what has no direction, for work on many that must not fail for one.
    public static SoundVectors of(VectorSet vectors) throws WorkException, InterruptedException {
        var kept = new ArrayList<Integer>();
        var left = new ArrayList<String>();
        float[] row = new float[vectors.dimension()];
        for (int i = 0; i < vectors.count(); i++) {
            Work.pausePoint();
            vectors.copyRows(i, i + 1, row, 0);
            String flaw = flaw(row);
            if (flaw.isEmpty()) {
                kept.add(i);
            } else {
                left.add(name(vectors, i) + " " + flaw);
            }
        }
        if (kept.isEmpty()) {
            return new SoundVectors(Optional.empty(), left);
        }
        return new SoundVectors(
                Optional.of(left.isEmpty() ? vectors : copied(vectors, kept)), left);
    }

    private static VectorSet copied(VectorSet vectors, List<Integer> rows)
            throws WorkException, InterruptedException {
        long rowBytes = (long) vectors.dimension() * Float.BYTES;
        MemorySegment values = FloatMemory.of((long) rows.size() * vectors.dimension());
        for (int i = 0; i < rows.size(); i++) {
            Work.pausePoint();
            MemorySegment.copy(
                    vectors.values(), rows.get(i) * rowBytes, values, i * rowBytes, rowBytes);
        }
        return new VectorSet(
                values,
                rows.size(),
                vectors.dimension(),
                vectors.ids().map(l -> rows.stream().map(l::get).toList()),
                vectors.labels().map(l -> rows.stream().map(l::get).toList()));
    }

    /// Lets only whole sets pass.
    static void require(VectorSet vectors, Path file)
            throws VectorFileException, InterruptedException {
        Function<String, VectorFileException> refuse =
                flaw ->
                        new VectorFileException(
                                "%s: %s.".formatted(file, flaw),
                                "Leave such vectors out; `revisage vectors show` counts them.");
        float[] row = new float[vectors.dimension()];
        for (int i = 0; i < vectors.count(); i++) {
            Work.pausePoint();
            vectors.copyRows(i, i + 1, row, 0);
            String flaw = flaw(row);
            if (!flaw.isEmpty()) {
                throw refuse.apply(name(vectors, i) + " " + flaw);
            }
        }
    }

    private static String name(VectorSet vectors, int row) {
        return vectors.ids()
                .map(ids -> "vector %d (id \"%s\")".formatted(row, ids.get(row)))
                .orElseGet(() -> "vector %d".formatted(row));
    }

    private static String flaw(float[] row) {
        float largest = 0;
        for (int i = 0; i < row.length; i++) {
            if (!Float.isFinite(row[i])) {
                return "has %s as component %d".formatted(row[i], i);
            }
            largest = Math.max(largest, Math.abs(row[i]));
        }
        return largest == 0 ? "is zero and has no direction" : "";
    }
}
