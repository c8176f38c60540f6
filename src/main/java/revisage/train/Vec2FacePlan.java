package revisage.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Vec2Face on progressive growing. The original's code and loss weights are not public; this is a
/// re-creation.
///
/// **Source** Duong et al., CVPR 2020; methods.md 3.
///
/// @param size `full`, or `small` (of this house, for two cores); `full`
public record Vec2FacePlan(Optional<String> size) implements ReconstructorMethod {

    public Vec2FacePlan {
        Settings.oneOf("size", size, Settings.SIZES);
    }

    @Override
    public String method() {
        return "vec2face";
    }

    @Override
    public String origin() {
        return "Vec2Face (re-creation: code and loss weights of the original are not public);"
                + " after Duong et al., CVPR 2020";
    }

    @Override
    public Vec2FacePlan complete() {
        return new Vec2FacePlan(Optional.of(size.orElse("full")));
    }

    @Override
    public int faceSide() {
        return 128;
    }

    @Override
    public Course course(long pairs) {
        return new StagedCourse(16, List.of(new StagedCourse.Stage("growing", 1, 1e-3, 1, 1)));
    }

    @Override
    public Vec2FacePlan calibrated(Map<String, Double> values) {
        return complete();
    }

    @Override
    public Optional<Path> eyes(PlanPaths paths) {
        return Optional.empty();
    }

    @Override
    public List<String> files() {
        return List.of();
    }
}
