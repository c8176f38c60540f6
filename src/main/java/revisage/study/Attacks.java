package revisage.study;

import revisage.extract.Extractor;
import revisage.people.FaceReader;
import revisage.people.Portrait;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a study needs to know of the attacks: how they prepare, and how they rebuild faces.
///
/// Both go on where an interrupted run of the same work in the same folder was cut off, and keep
/// what they need for that in files that begin with a dot.
public interface Attacks {

    /// Prepares with public faces: writes `basis.safetensors` into the folder.
    ///
    /// @param extractor F, which may be asked about the public faces
    void prepare(
            Preparation of, Extractor extractor, Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException;

    /// Rebuilds faces: writes `reconstructions.csv` and the pictures it names into the folder.
    ///
    /// @param extractor F
    void rebuild(Rebuilding of, Extractor extractor, Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException;

    /// @param faces public faces of other people
    /// @param components principal axes, at most
    record Preparation(List<Portrait> faces, FaceReader reader, int components, long seed) {

        public Preparation {
            faces = List.copyOf(faces);
        }
    }

    /// @param leak the vectors with ids and people beside them
    /// @param basis what [#prepare] wrote, for searches
    /// @param network an ONNX file with its card, for attacks by network
    /// @param targets the first so many vectors only
    record Rebuilding(
            StudyPlan.Attack attack,
            Path leak,
            Optional<Path> basis,
            Optional<Path> network,
            int targets,
            long seed) {}
}
