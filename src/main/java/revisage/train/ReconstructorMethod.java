package revisage.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which reconstructor a plan trains, with its settings.
public sealed interface ReconstructorMethod permits NbNetPlan, NaivePlan, Vec2FacePlan {

    /// As tables and options write it: `nbnet`, `naive`, `vec2face`.
    String method();

    /// Where it comes from; says re-creation where the original is not known in full.
    String origin();

    /// With nothing left out that has a value from the start.
    ReconstructorMethod complete();

    /// Side of the faces it learns from, pixels.
    int faceSide();

    /// The training as arithmetic.
    ///
    /// @param pairs there are, 1 or more
    Course course(long pairs);

    /// With what was measured on the way written in.
    ///
    /// @param values of [ReconstructorTrainee#calibrated()]
    ReconstructorMethod calibrated(Map<String, Double> values);

    /// The network whose features are compared while it learns, where there is one.
    Optional<Path> eyes(PlanPaths paths);

    /// Files the plan names, as it names them.
    List<String> files();
}
