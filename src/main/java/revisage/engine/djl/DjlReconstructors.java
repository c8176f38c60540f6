package revisage.engine.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;

import revisage.train.NaivePlan;
import revisage.train.NbNetPlan;
import revisage.train.PlanPaths;
import revisage.train.ReconstructorPlan;
import revisage.train.ReconstructorTrainee;
import revisage.train.ReconstructorTrainees;
import revisage.train.Vec2FacePlan;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;

/// Starts PyTorch through DJL for reconstructors. Only for a process that does nothing else.
public final class DjlReconstructors implements ReconstructorTrainees {

    private final String note;

    /// @param note what to add to the name of the device, or nothing
    public DjlReconstructors(String note) {
        this.note = note;
    }

    @Override
    public ReconstructorTrainee begin(
            ReconstructorPlan plan, PlanPaths files, int dimension, long pairs)
            throws WorkException {
        Engine engine = DjlTrainees.engine();
        try {
            Device device = DjlTrainees.device(engine, plan.device().orElse("auto"));
            NDManager manager = engine.newBaseManager(device);
            String words = DjlTrainees.words(device) + note;
            return switch (plan.method().chosen()) {
                case NbNetPlan nbnet -> {
                    Optional<Path> named = nbnet.eyes(files);
                    Optional<Eyes> eyes =
                            named.isPresent()
                                    ? Optional.of(EyesFile.read(named.get(), manager))
                                    : Optional.empty();
                    var course = nbnet.course(pairs);
                    yield new StagedTrainee(
                            engine,
                            manager,
                            NbNet.of(nbnet, dimension),
                            course,
                            new NbNetLoss(engine, nbnet.eyes(), eyes, nbnet.featuresFrom(pairs)),
                            Optimiser.Rule.adam(0.5, 0.999),
                            nbnet.part(),
                            plan.seed(),
                            words);
                }
                case NaivePlan naive ->
                        new StagedTrainee(
                                engine,
                                manager,
                                naive.small() ? Naive.small(dimension) : Naive.full(dimension),
                                naive.course(pairs),
                                new PixelLoss(naive.lossName()),
                                Optimiser.Rule.adam(0.9, 0.999),
                                naive.part(),
                                plan.seed(),
                                words);
                case Vec2FacePlan vec2face ->
                        new Vec2FaceTrainee(
                                engine, manager, vec2face, plan.seed(), dimension, pairs, words);
            };
        } catch (EngineException e) {
            throw DjlTrainees.failed(e);
        }
    }
}
