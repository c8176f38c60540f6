package revisage.study;

import revisage.face.FaceImage;
import revisage.reconstruct.Findings;
import revisage.store.EstimatePng;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.store.TraceTable;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a reconstruction left in its folder, read back to be looked at.
///
/// @param targets in the order of the table
public record FinishedRun(Path folder, List<Target> targets) {

    public FinishedRun {
        targets = List.copyOf(targets);
    }

    /// @param way cosine over queries; may be empty
    public record Target(Reconstruction row, FaceImage face, List<Findings.Mark> way) {

        public Target {
            way = List.copyOf(way);
        }
    }

    /// Nothing, where nothing was finished.
    ///
    /// @throws revisage.store.StoreException if a table or picture is damaged
    public static FinishedRun read(Path folder) throws WorkException, InterruptedException {
        Path table = folder.resolve(ReconstructionTable.FILE);
        List<Reconstruction> rows =
                Files.exists(table) ? ReconstructionTable.read(table) : List.of();
        Path file = folder.resolve(TraceTable.FILE);
        Map<String, List<Findings.Mark>> ways = new HashMap<>();
        if (Files.exists(file)) {
            TraceTable.read(file).forEach(t -> ways.put(t.id(), t.marks()));
        }
        var targets = new ArrayList<Target>();
        for (Reconstruction row : rows) {
            Work.pausePoint();
            FaceImage face = EstimatePng.read(folder.resolve(row.image())).face();
            targets.add(new Target(row, face, ways.getOrDefault(row.id(), List.of())));
        }
        return new FinishedRun(folder, targets);
    }
}
