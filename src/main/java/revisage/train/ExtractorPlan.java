package revisage.train;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an extractor is trained on and how: the JSON that a person writes.
///
/// What is left out gets the value named here; [#complete()] writes it in, and that is what
/// checkpoint, report and card carry.
///
/// @param schema [#SCHEMA]
/// @param name of the extractor and its files: letters, digits, `-`, `_`, `.`
/// @param network one of `iresnet50`, `efficientnet-b0` (the paper's), `res-small`,
///   `efficient-small`
/// @param seed of first weights, order, augmentation, and of who is held out
/// @param data whom it learns
/// @param heldOut people of the data whom it never sees, as a yardstick
/// @param recipe how it learns
/// @param loss ArcFace
/// @param augmentation what is done to each face each time
/// @param threads cores the network computes on, 1 or more; all of them
/// @param device `auto`, `cpu`, `cuda`; `auto`
/// @param checkpointSeconds between two checkpoints, 5 or more; 60
public record ExtractorPlan(
        int schema,
        String name,
        String network,
        long seed,
        TrainingData data,
        Optional<HeldOut> heldOut,
        Optional<Recipe> recipe,
        Optional<Loss> loss,
        Optional<Augmentation> augmentation,
        Optional<Integer> threads,
        Optional<String> device,
        Optional<Integer> checkpointSeconds) {

    /// The layout this program writes and reads.
    public static final int SCHEMA = 1;

    /// Networks by name.
    public static final List<String> NETWORKS =
            List.of("efficient-small", "efficientnet-b0", "iresnet50", "res-small");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final List<String> DEVICES = List.of("auto", "cpu", "cuda");

    public ExtractorPlan {
        named(name);
        if (!NETWORKS.contains(network)) {
            throw new IllegalArgumentException(
                    "network is one of %s, not '%s'"
                            .formatted(String.join(", ", NETWORKS), network));
        }
        machine(threads, device, checkpointSeconds);
    }

    static void named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name is up to 64 letters, digits, '-', '_' and '.', not '" + name + "'");
        }
    }

    static void machine(
            Optional<Integer> threads,
            Optional<String> device,
            Optional<Integer> checkpointSeconds) {
        Settings.within("threads", threads, 1, 1024);
        Settings.oneOf("device", device, DEVICES);
        Settings.within("checkpointSeconds", checkpointSeconds, 5, 86_400);
    }

    /// This plan with nothing left out, but for `threads`: they are this machine's.
    public ExtractorPlan complete() {
        return new ExtractorPlan(
                schema,
                name,
                network,
                seed,
                data,
                Optional.of(held()),
                Optional.of(recipe.orElse(Recipe.NOTHING_SAID).complete()),
                Optional.of(loss.orElse(Loss.NOTHING_SAID).complete()),
                Optional.of(augmentation.orElse(Augmentation.NOTHING_SAID).complete()),
                threads,
                Optional.of(device.orElse("auto")),
                Optional.of(secondsBetween()));
    }

    /// Seconds between two checkpoints.
    public int secondsBetween() {
        return checkpointSeconds.orElse(60);
    }

    /// Who is held out.
    public HeldOut held() {
        return heldOut.orElse(new HeldOut(0, Optional.empty())).complete();
    }

    /// People the network never learns.
    ///
    /// @param people how many, drawn by the plan's seed; 0 measures nothing
    /// @param photos most photos of each, 2 or more; 10
    public record HeldOut(int people, Optional<Integer> photos) {

        public HeldOut {
            Settings.within("people", people, 0, 100_000);
            Settings.within("photos", photos, 2, 1000);
        }

        HeldOut complete() {
            return new HeldOut(people, Optional.of(each()));
        }

        /// Most photos of each.
        public int each() {
            return photos.orElse(10);
        }
    }

    /// ArcFace: Deng et al., CVPR 2019.
    ///
    /// @param scale s, 1..512; 64
    /// @param margin m, radians, 0..1.5; 0.5
    /// @param rampEpochs epochs over which the margin rises from 0 to `margin`, 0 or more: small
    ///   networks do not start without; 0
    public record Loss(
            Optional<Double> scale, Optional<Double> margin, Optional<Double> rampEpochs) {

        static final Loss NOTHING_SAID =
                new Loss(Optional.empty(), Optional.empty(), Optional.empty());

        public Loss {
            Settings.within("scale", scale, 1, 512);
            Settings.within("margin", margin, 0, 1.5);
            Settings.within("rampEpochs", rampEpochs, 0, 10_000);
        }

        Loss complete() {
            return new Loss(Optional.of(s()), Optional.of(m()), Optional.of(ramp()));
        }

        /// The scale.
        public double s() {
            return scale.orElse(64.0);
        }

        /// The margin at its full height.
        public double m() {
            return margin.orElse(0.5);
        }

        double ramp() {
            return rampEpochs.orElse(0.0);
        }
    }
}
