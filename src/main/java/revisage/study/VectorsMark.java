package revisage.study;

import revisage.vector.VectorSet;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// By which the folder of a reconstruction tells from which vectors it was made, so that it is not
/// taken for one of other vectors that lie in the same file since.
public final class VectorsMark {

    private VectorsMark() {}

    /// Of vectors, and of what their file calls them.
    static String of(VectorSet targets) {
        return named(hash(targets), targets.ids() + "\0" + targets.labels());
    }

    private static String hash(VectorSet targets) {
        float[] values = targets.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.asFloatBuffer().put(values);
        return Sha256.of(bytes.array());
    }

    private static String named(String hash, String names) {
        return Sha256.of((hash + names).getBytes(StandardCharsets.UTF_8));
    }

    /// Whether a run's folder was filled from other vectors than those its targets are now. A
    /// folder that was not begun was filled from none, and names that came later change nothing.
    ///
    /// @param rows of its targets; empty for all
    /// @throws WorkException if the folder's settings cannot be read
    public static boolean otherThan(VectorSet leaked, List<Integer> rows, Path folder)
            throws WorkException {
        Path file = folder.resolve(ReconstructionSettings.FILE);
        if (!Files.exists(file)) {
            return false;
        }
        ReconstructionSettings there = ReconstructionSettings.read(file);
        int targets = rows.isEmpty() ? leaked.count() : rows.size();
        if (targets != there.targets() || rows.stream().anyMatch(r -> r >= leaked.count())) {
            return true;
        }
        VectorSet now =
                rows.isEmpty() ? leaked : leaked.chosen(rows.stream().mapToInt(r -> r).toArray());
        String hash = hash(now);
        var marks = new ArrayList<String>();
        for (String ids : List.of(now.ids().toString(), "Optional.empty")) {
            for (String labels : List.of(now.labels().toString(), "Optional.empty")) {
                marks.add(named(hash, ids + "\0" + labels));
            }
        }
        return !marks.contains(there.vectors());
    }
}
