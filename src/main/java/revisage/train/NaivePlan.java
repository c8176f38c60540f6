package revisage.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Naive: an inverted residual network and a loss of pixels. The original's layers, losses and
/// optimiser are not known; this is a re-creation.
///
/// **Source** Guo et al., "Deep Poisoning", WACV 2021, arXiv 1912.06895; methods.md 4.
///
/// @param size `full` (ResNet-50 turned round), or `small` (of this house, for two cores); `full`
/// @param schedule `paper` (5 epochs of batch 128) or `evening`; `paper`. What follows changes it
/// @param epochs times all pairs are shown
/// @param batch pairs a step
/// @param atOnce most pairs in memory at once; the batch
/// @param rate of Adam; 0.001, a tenth after three fifths of the epochs, a hundredth after four
/// @param loss `mse`, `l1`, or `l1-ssim` (L1 + 0.75 (1 - SSIM)); `mse`
public record NaivePlan(
        Optional<String> size,
        Optional<String> schedule,
        Optional<Double> epochs,
        Optional<Integer> batch,
        Optional<Integer> atOnce,
        Optional<Double> rate,
        Optional<String> loss)
        implements ReconstructorMethod {

    /// Losses by name.
    public static final List<String> LOSSES = List.of("mse", "l1", "l1-ssim");

    public NaivePlan {
        Settings.oneOf("size", size, Settings.SIZES);
        Settings.oneOf("schedule", schedule, Settings.SCHEDULES);
        Settings.within("epochs", epochs, 1e-6, 100_000);
        Settings.batch(batch, atOnce);
        Settings.rate(rate, Optional.empty());
        Settings.oneOf("loss", loss, LOSSES);
    }

    @Override
    public String method() {
        return "naive";
    }

    @Override
    public String origin() {
        return "Naive (re-creation: the original's layers and losses are not known);"
                + " after Guo et al., WACV 2021, arXiv 1912.06895";
    }

    /// The small size.
    public boolean small() {
        return size.orElse("full").equals("small");
    }

    @Override
    public int faceSide() {
        return 112;
    }

    private boolean evening() {
        return schedule.orElse("paper").equals("evening");
    }

    private int pairsAStep() {
        return batch.orElse(evening() ? 32 : 128);
    }

    /// Most pairs in memory at once.
    public int part() {
        return atOnce.orElse(pairsAStep());
    }

    /// The loss by name.
    public String lossName() {
        return loss.orElse("mse");
    }

    @Override
    public NaivePlan complete() {
        return new NaivePlan(
                Optional.of(size.orElse("full")),
                Optional.of(schedule.orElse("paper")),
                Optional.of(allEpochs()),
                Optional.of(pairsAStep()),
                Optional.of(part()),
                Optional.of(highest()),
                Optional.of(lossName()));
    }

    private double allEpochs() {
        return epochs.orElse(evening() ? 10.0 : 5.0);
    }

    private double highest() {
        return rate.orElse(1e-3);
    }

    @Override
    public StagedCourse course(long pairs) {
        long all = Math.max(1, Settings.steps(allEpochs(), pairs, pairsAStep()));
        long third = Math.round(0.6 * all);
        long fourth = Math.round(0.8 * all);
        return new StagedCourse(
                pairsAStep(),
                List.of(
                        stage("pixels", third, highest()),
                        stage("pixels, slower", fourth - third, highest() / 10),
                        stage("pixels, slowest", all - fourth, highest() / 100)));
    }

    private static StagedCourse.Stage stage(String name, long steps, double rate) {
        return new StagedCourse.Stage(name, steps, rate, 1, 1);
    }

    @Override
    public NaivePlan calibrated(Map<String, Double> values) {
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
