package revisage.study;

import revisage.extract.StrictJson;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Where things lie in the output folder of a finished study.
///
/// @param folder what [Study] wrote
public record StudyFolder(Path folder) {

    /// Leaked vectors of an extractor, with ids and people beside them.
    ///
    /// @param onnx as the plan names it
    public Path leak(String onnx) {
        return folder.resolve("leak-" + Bench.label(onnx)).resolve(LeakStep.VECTORS);
    }

    /// What a matcher knows.
    ///
    /// @param onnx as the plan names it
    public Path gallery(String onnx) {
        return folder.resolve("gallery-" + Bench.label(onnx)).resolve(GalleryStep.GALLERY);
    }

    /// Faces rebuilt from the vectors of an extractor, with their table.
    ///
    /// @param onnx as the plan names it
    public Path rebuilt(String onnx, StudyPlan.Attack attack) {
        return folder.resolve("rebuilt-" + Bench.label(onnx) + "-" + attack.label());
    }

    /// How often clouds found people, as [SystemFiles] left it, by the folder of each, in the order
    /// of the plan.
    ///
    /// @throws revisage.extract.JsonRefusedException if a file is damaged or of another version
    public SequencedMap<Path, SystemReport> clouds(StudyPlan plan) throws WorkException {
        var reports = new LinkedHashMap<Path, SystemReport>();
        for (PlannedCloud cloud : plan.clouds().orElse(List.of())) {
            Path step = folder.resolve("cloud-" + cloud.service());
            reports.put(step, SystemFiles.read(step));
        }
        return reports;
    }

    /// How often people were found again.
    ///
    /// @throws revisage.extract.JsonRefusedException if the file is damaged or of another version
    public SweepReport rates() throws WorkException {
        Path file = folder.resolve("rates").resolve("rates.json");
        try {
            byte[] json = Files.readAllBytes(file);
            return StrictJson.read(json, SweepReport.class, "report", file.toString());
        } catch (IOException e) {
            throw FileException.of("read the rates", file, e);
        }
    }
}
