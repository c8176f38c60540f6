package revisage.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// NBNet. **Source** Mai, Cao, Yuen, Jain, TPAMI 2019; methods.md 2.
///
/// @param size `full`, or `small` (of this house, for two cores); `full`
/// @param variant of the full size: `b` (dense blocks) or `a`; `b`
/// @param output side of the faces: 160 or 112; 160, the small one always 112
/// @param schedule `paper` (60 + 20 epochs of batch 64, rate 2e-4) or `evening` (two cores, some
///   thousand pairs); `paper`. What follows changes it
/// @param pixelEpochs by the mean absolute error of pixels
/// @param perceptualEpochs by features
/// @param batch pairs a step
/// @param atOnce most pairs in memory at once; the batch
/// @param rate of Adam at the begin of each stage
/// @param decay by which the rate changes every `decaySteps`; 0.94
/// @param decaySteps steps; 5,000
/// @param perceptual the second loss
public record NbNetPlan(
        Optional<String> size,
        Optional<String> variant,
        Optional<Integer> output,
        Optional<String> schedule,
        Optional<Double> pixelEpochs,
        Optional<Double> perceptualEpochs,
        Optional<Integer> batch,
        Optional<Integer> atOnce,
        Optional<Double> rate,
        Optional<Double> decay,
        Optional<Integer> decaySteps,
        Optional<Perceptual> perceptual)
        implements ReconstructorMethod {

    /// Name of the weight that is measured at the switch.
    public static final String WEIGHT = "perceptual.weight";

    public NbNetPlan {
        Settings.oneOf("size", size, Settings.SIZES);
        Settings.oneOf("variant", variant, List.of("a", "b"));
        output.ifPresent(
                o -> {
                    if (o != 112 && o != 160) {
                        throw new IllegalArgumentException("output is 112 or 160, not " + o);
                    }
                });
        if (size.orElse("full").equals("small")
                && (output.orElse(112) != 112 || variant.orElse("b").equals("a"))) {
            throw new IllegalArgumentException(
                    "the small size has dense blocks (variant b) and an output of 112 only");
        }
        Settings.oneOf("schedule", schedule, Settings.SCHEDULES);
        Settings.within("pixelEpochs", pixelEpochs, 0, 100_000);
        Settings.within("perceptualEpochs", perceptualEpochs, 0, 100_000);
        Settings.batch(batch, atOnce);
        Settings.rate(rate, decay);
        Settings.within("decaySteps", decaySteps, 1, 1e9);
    }

    @Override
    public String method() {
        return "nbnet";
    }

    @Override
    public String origin() {
        return small()
                ? "NBNet, a small member of the family; Mai et al., TPAMI 2019, arXiv 1703.00832"
                : "NBNet; Mai et al., TPAMI 2019, arXiv 1703.00832";
    }

    /// The small size.
    public boolean small() {
        return size.orElse("full").equals("small");
    }

    /// Dense blocks.
    public boolean dense() {
        return variant.orElse("b").equals("b");
    }

    @Override
    public int faceSide() {
        return output.orElse(small() ? 112 : 160);
    }

    private boolean evening() {
        return schedule.orElse("paper").equals("evening");
    }

    /// Pairs a step.
    public int pairsAStep() {
        return batch.orElse(evening() ? 32 : 64);
    }

    /// Most pairs in memory at once.
    public int part() {
        return atOnce.orElse(pairsAStep());
    }

    /// The second loss.
    public Perceptual eyes() {
        return perceptual.orElse(Perceptual.USUAL).complete();
    }

    private double epochs() {
        return pixelEpochs.orElse(evening() ? 12.0 : 60.0);
    }

    private double moreEpochs() {
        return perceptualEpochs.orElse(evening() ? 4.0 : 20.0);
    }

    @Override
    public NbNetPlan complete() {
        return new NbNetPlan(
                Optional.of(size.orElse("full")),
                Optional.of(variant.orElse("b")),
                Optional.of(faceSide()),
                Optional.of(schedule.orElse("paper")),
                Optional.of(epochs()),
                Optional.of(moreEpochs()),
                Optional.of(pairsAStep()),
                Optional.of(part()),
                Optional.of(highest()),
                Optional.of(decay.orElse(0.94)),
                Optional.of(decaySteps.orElse(evening() ? 100 : 5_000)),
                Optional.of(eyes()));
    }

    private double highest() {
        return rate.orElse(evening() ? 1e-3 : 2e-4);
    }

    @Override
    public StagedCourse course(long pairs) {
        NbNetPlan whole = complete();
        double factor = whole.decay().orElseThrow();
        double every = whole.decaySteps().orElseThrow();
        long pixel = Settings.steps(epochs(), pairs, pairsAStep());
        long more = Settings.steps(moreEpochs(), pairs, pairsAStep());
        return new StagedCourse(
                pairsAStep(),
                List.of(
                        new StagedCourse.Stage("pixels", pixel, highest(), factor, every),
                        new StagedCourse.Stage("features", more, highest(), factor, every)));
    }

    /// Number of the stage from which on features count: stages without steps are left out.
    public int featuresFrom(long pairs) {
        return Settings.steps(epochs(), pairs, pairsAStep()) == 0 ? 0 : 1;
    }

    @Override
    public NbNetPlan calibrated(Map<String, Double> values) {
        Perceptual eyes = eyes();
        Optional<Double> weight = Optional.ofNullable(values.get(WEIGHT)).or(eyes::weight);
        NbNetPlan whole = complete();
        return new NbNetPlan(
                whole.size,
                whole.variant,
                whole.output,
                whole.schedule,
                whole.pixelEpochs,
                whole.perceptualEpochs,
                whole.batch,
                whole.atOnce,
                whole.rate,
                whole.decay,
                whole.decaySteps,
                Optional.of(new Perceptual(eyes.network(), eyes.mode(), weight)));
    }

    @Override
    public Optional<Path> eyes(PlanPaths paths) {
        return moreEpochs() > 0 ? Optional.of(paths.eyes(eyes().network())) : Optional.empty();
    }

    @Override
    public List<String> files() {
        return eyes().network().stream().toList();
    }
}
