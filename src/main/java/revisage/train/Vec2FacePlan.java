package revisage.train;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Vec2Face on progressive growing. The original's code and loss weights are not public; this is a
/// re-creation.
///
/// **Source** Duong et al., CVPR 2020; Karras et al., ICLR 2018; methods.md 3.
///
/// @param size `full`, or `small` (of this house, for two cores); `full`
/// @param side of the last level, a power of 2, 8..1024 pixels: brought to 112 for the extractor;
///   128, small 64
/// @param conditioning `input` (the vector stands for the latent) or `adain` (it also steers each
///   layer); `input`
/// @param schedule `paper` (15,000,000 faces) or `evening` (two cores); `paper`. What follows
///   changes it
/// @param growth how the networks grow
/// @param student what stands for the extractor's gradients
/// @param losses what the networks learn by
public record Vec2FacePlan(
        Optional<String> size,
        Optional<Integer> side,
        Optional<String> conditioning,
        Optional<String> schedule,
        Optional<Growth> growth,
        Optional<Student> student,
        Optional<Losses> losses)
        implements ReconstructorMethod {

    /// Names of the weights that are measured once.
    public static final String PIXEL = "losses.pixel";

    /// As [#PIXEL].
    public static final String IDENTITY = "losses.identity";

    private static final List<String> CONDITIONINGS = List.of("input", "adain");

    public Vec2FacePlan {
        Settings.oneOf("size", size, Settings.SIZES);
        Settings.oneOf("conditioning", conditioning, CONDITIONINGS);
        Settings.oneOf("schedule", schedule, Settings.SCHEDULES);
        side.ifPresent(
                s -> {
                    if (s < 8 || s > 1024 || Integer.bitCount(s) != 1) {
                        throw new IllegalArgumentException(
                                "side is a power of 2 of 8..1024, not " + s);
                    }
                });
        if (size.orElse("full").equals("small") && side.orElse(64) > 128) {
            throw new IllegalArgumentException("side of the small size is 8..128");
        }
        growth.flatMap(Growth::batches)
                .ifPresent(
                        b -> {
                            int levels = levels(size, side);
                            if (b.size() != levels) {
                                throw new IllegalArgumentException(
                                        "batches has %d entries, one a level from 4 to %d pixels, not %d"
                                                .formatted(
                                                        levels, Grown.side(levels - 1), b.size()));
                            }
                        });
    }

    private static int levels(Optional<String> size, Optional<Integer> side) {
        return 1 + Grown.level(side.orElse(size.orElse("full").equals("small") ? 64 : 128));
    }

    /// How the networks grow.
    ///
    /// @param standingKimg thousand faces shown while a level stands; 600
    /// @param fadingKimg thousand faces shown while the next fades in; 600
    /// @param kimg thousand faces in all; 15,000
    /// @param gpus whose batches of the authors' presets are taken, 1, 2, 4 or 8; 1
    /// @param batches pairs a step at each level from 4 pixels on, a multiple of 4 or less than 4;
    ///   128, 128, 128, 64, 32, 16 for one device; 16 each evening
    /// @param rate of Adam (0, 0.99); 0.001, evening 0.003
    /// @param fallingKimg thousand faces at the end over which the rate falls to 0; 0 as in the
    ///   paper, evening a third of all
    /// @param average share of the old in the running average that is kept as the result; 0.999
    public record Growth(
            Optional<Double> standingKimg,
            Optional<Double> fadingKimg,
            Optional<Double> kimg,
            Optional<Integer> gpus,
            Optional<List<Integer>> batches,
            Optional<Double> rate,
            Optional<Double> fallingKimg,
            Optional<Double> average) {

        static final Growth NOTHING_SAID =
                new Growth(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        public Growth {
            Settings.within("standingKimg", standingKimg, 0.001, 1e6);
            Settings.within("fadingKimg", fadingKimg, 0.001, 1e6);
            Settings.within("kimg", kimg, 0.001, 1e7);
            gpus.filter(n -> !PaperBatches.GPUS.contains(n))
                    .ifPresent(
                            n -> {
                                throw new IllegalArgumentException(
                                        "gpus is 1, 2, 4 or 8, not " + n);
                            });
            batches = batches.map(List::copyOf);
            batches.ifPresent(
                    all ->
                            all.forEach(
                                    b -> {
                                        Settings.within("batches", b, 2, 65_536);
                                        if (b > 4 && b % 4 != 0) {
                                            throw new IllegalArgumentException(
                                                    "batches are multiples of 4, not " + b);
                                        }
                                    }));
            Settings.within("rate", rate, 1e-9, 1);
            Settings.within("fallingKimg", fallingKimg, 0, 1e7);
            Settings.within("average", average, 0, 0.999999);
        }

        Growth complete(boolean evening, int levels) {
            int devices = gpus.orElse(1);
            double all = kimg.orElse(evening ? 72.0 : 15_000.0);
            return new Growth(
                    Optional.of(standingKimg.orElse(evening ? 6.0 : 600.0)),
                    Optional.of(fadingKimg.orElse(evening ? 6.0 : 600.0)),
                    Optional.of(all),
                    Optional.of(devices),
                    Optional.of(
                            batches.orElse(
                                    evening
                                            ? Collections.nCopies(levels, 16)
                                            : PaperBatches.of(devices, levels))),
                    Optional.of(rate.orElse(evening ? 0.003 : 0.001)),
                    Optional.of(fallingKimg.orElse(evening ? all / 3 : 0)),
                    Optional.of(average.orElse(evening ? 0.99 : 0.999)));
        }
    }

    /// The network that learns to answer like the extractor: only its answers are known, not its
    /// gradients. One pair in twenty, chosen by its vector, is never learned: the yardstick.
    ///
    /// @param network `res-small`, `iresnet18` or `iresnet50`; `iresnet18`, small `res-small`
    /// @param epochs times all pairs are shown at most, 0 for none; 20
    /// @param batch pairs a step; 64
    /// @param rate of Adam, falls with the cosine; 0.001
    /// @param enough mean cosine on the yardstick at which it stops to learn, 0..1; 0.9
    public record Student(
            Optional<String> network,
            Optional<Double> epochs,
            Optional<Integer> batch,
            Optional<Double> rate,
            Optional<Double> enough) {

        /// Networks by name.
        public static final List<String> NETWORKS = List.of("res-small", "iresnet18", "iresnet50");

        static final Student NOTHING_SAID =
                new Student(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        public Student {
            Settings.oneOf("network", network, NETWORKS);
            Settings.within("epochs", epochs, 0, 100_000);
            Settings.within("batch", batch, 2, 65_536);
            Settings.within("rate", rate, 1e-9, 1);
            Settings.within("enough", enough, 0, 1);
        }

        Student complete(boolean small, boolean evening) {
            return new Student(
                    Optional.of(network.orElse(small ? "res-small" : "iresnet18")),
                    Optional.of(epochs.orElse(evening ? 6.0 : 20.0)),
                    Optional.of(batch.orElse(evening ? 32 : 64)),
                    Optional.of(rate.orElse(0.001)),
                    Optional.of(enough.orElse(0.9)));
        }
    }

    /// What the networks learn by. The critic: Wasserstein distance, slopes of length 1, scores
    /// near 0. The generator: `adversarial` its score, `pixel` the mean absolute error, `identity`
    /// 1 - cosine between the student's answer and the vector, `bijective` the squared difference
    /// between distances of vectors and of pictures.
    ///
    /// @param penalty on slopes that are not 1 long; 10
    /// @param drift pull of real scores towards 0; 0.001
    /// @param adversarial weight; 1
    /// @param pixel weight until it is measured; 50
    /// @param identity weight until it is measured; 50
    /// @param identityFrom pixels from which on there is an identity to see; 32
    /// @param bijective weight; 0: the paper that compares leaves it out, the original has 0.01
    /// @param measure whether `pixel` and `identity` are set so that the three gradients at the
    ///   picture lie within a factor of 3, as means over the first 128 steps of each level that
    ///   fades in or stands, from where there is an identity to see (or the last level) on; held
    ///   then; yes. That is what one paper does with days to learn: the critic's voice is as loud
    ///   as a face's. Where an evening must do, `pixel` 1000, `identity` 16 and `false` learn to
    ///   hit the face first
    public record Losses(
            Optional<Double> penalty,
            Optional<Double> drift,
            Optional<Double> adversarial,
            Optional<Double> pixel,
            Optional<Double> identity,
            Optional<Integer> identityFrom,
            Optional<Double> bijective,
            Optional<Boolean> measure) {

        static final Losses NOTHING_SAID =
                new Losses(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        public Losses {
            Settings.within("penalty", penalty, 0, 1e6);
            Settings.within("drift", drift, 0, 1e6);
            Settings.within("adversarial", adversarial, 0, 1e6);
            Settings.within("pixel", pixel, 0, 1e9);
            Settings.within("identity", identity, 0, 1e9);
            Settings.within("identityFrom", identityFrom, 4, 2048);
            Settings.within("bijective", bijective, 0, 1e6);
        }

        Losses complete() {
            return new Losses(
                    Optional.of(penalty.orElse(10.0)),
                    Optional.of(drift.orElse(0.001)),
                    Optional.of(adversarial.orElse(1.0)),
                    Optional.of(pixel.orElse(50.0)),
                    Optional.of(identity.orElse(50.0)),
                    Optional.of(identityFrom.orElse(32)),
                    Optional.of(bijective.orElse(0.0)),
                    Optional.of(measure.orElse(true)));
        }

        Losses measured(double pixels, double identities) {
            return new Losses(
                    penalty,
                    drift,
                    adversarial,
                    Optional.of(pixels),
                    Optional.of(identities),
                    identityFrom,
                    bijective,
                    Optional.of(false));
        }
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

    /// The small size.
    public boolean small() {
        return size.orElse("full").equals("small");
    }

    /// Whether the vector steers each layer.
    public boolean adaptive() {
        return conditioning.orElse("input").equals("adain");
    }

    private boolean evening() {
        return schedule.orElse("paper").equals("evening");
    }

    /// Levels, from 4 pixels on.
    public int levels() {
        return levels(size, side);
    }

    /// How the networks grow, complete.
    public Growth growing() {
        return growth.orElse(Growth.NOTHING_SAID).complete(evening(), levels());
    }

    /// The student, complete.
    public Student learner() {
        return student.orElse(Student.NOTHING_SAID).complete(small(), evening());
    }

    /// The losses, complete.
    public Losses weights() {
        return losses.orElse(Losses.NOTHING_SAID).complete();
    }

    @Override
    public Vec2FacePlan complete() {
        return with(weights());
    }

    private Vec2FacePlan with(Losses other) {
        return new Vec2FacePlan(
                Optional.of(size.orElse("full")),
                Optional.of(Grown.side(levels() - 1)),
                Optional.of(conditioning.orElse("input")),
                Optional.of(schedule.orElse("paper")),
                Optional.of(growing()),
                Optional.of(learner()),
                Optional.of(other));
    }

    /// The student sees what the extractor saw.
    @Override
    public int faceSide() {
        return 112;
    }

    @Override
    public GrowthCourse course(long pairs) {
        Growth how = growing();
        Student who = learner();
        int batch = who.batch().orElseThrow();
        return new GrowthCourse(
                new GrowthCourse.Study(
                        Settings.steps(who.epochs().orElseThrow(), pairs, batch),
                        batch,
                        who.rate().orElseThrow()),
                new GrowthCourse.Growth(
                        faces(how.standingKimg()),
                        faces(how.fadingKimg()),
                        faces(how.kimg()),
                        how.batches().orElseThrow(),
                        how.rate().orElseThrow(),
                        faces(how.fallingKimg())));
    }

    private static long faces(Optional<Double> kimg) {
        return Math.round(1000 * kimg.orElseThrow());
    }

    @Override
    public Vec2FacePlan calibrated(Map<String, Double> values) {
        Double pixels = values.get(PIXEL);
        Double identities = values.get(IDENTITY);
        return pixels == null || identities == null
                ? complete()
                : with(weights().measured(pixels, identities));
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
