package revisage.train;

import java.util.List;
import java.util.Optional;

/// How a network learns.
///
/// **Source** the recipe of InsightFace's `arcface_torch` (`ms1mv2_r50`): SGD, 0.1, momentum 0.9,
/// decay 5e-4, polynomial, gradients clipped at 5.
///
/// @param epochs times all faces are shown, above 0, fractions allowed; 20
/// @param batch faces a step, 2 or more; 128
/// @param atOnce most faces in memory at once, 2 or more: a larger batch is cut into parts whose
///   gradients add up, each normalised by itself; 32
/// @param optimiser `sgd` or `adam` (with decay beside the gradient, Loshchilov and Hutter 2019);
///   `sgd`
/// @param rate highest learning rate; 0.1, for Adam 0.001
/// @param momentum of SGD, 0..1; 0.9
/// @param weightDecay pull of kernels and matrices towards 0; 5e-4
/// @param warmUpEpochs over which the rate rises from 0; 1
/// @param power of the polynomial by which the rate falls to 0; 2
/// @param clip longest gradient; 5
public record Recipe(
        Optional<Double> epochs,
        Optional<Integer> batch,
        Optional<Integer> atOnce,
        Optional<String> optimiser,
        Optional<Double> rate,
        Optional<Double> momentum,
        Optional<Double> weightDecay,
        Optional<Double> warmUpEpochs,
        Optional<Double> power,
        Optional<Double> clip) {

    static final Recipe NOTHING_SAID =
            new Recipe(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private static final List<String> OPTIMISERS = List.of("sgd", "adam");

    public Recipe {
        Settings.within("epochs", epochs, 1e-6, 100_000);
        Settings.within("batch", batch, 2, 65_536);
        Settings.within("atOnce", atOnce, 2, 4096);
        optimiser
                .filter(o -> !OPTIMISERS.contains(o))
                .ifPresent(
                        o -> {
                            throw new IllegalArgumentException(
                                    "optimiser is sgd or adam, not '" + o + "'");
                        });
        Settings.within("rate", rate, 1e-9, 100);
        Settings.within("momentum", momentum, 0, 1);
        Settings.within("weightDecay", weightDecay, 0, 1);
        Settings.within("warmUpEpochs", warmUpEpochs, 0, 100_000);
        Settings.within("power", power, 0, 10);
        Settings.within("clip", clip, 1e-6, 1e6);
    }

    Recipe complete() {
        return new Recipe(
                Optional.of(allEpochs()),
                Optional.of(faces()),
                Optional.of(part()),
                Optional.of(adam() ? "adam" : "sgd"),
                Optional.of(highest()),
                Optional.of(inertia()),
                Optional.of(decay()),
                Optional.of(warmUp()),
                Optional.of(power.orElse(2.0)),
                Optional.of(longest()));
    }

    /// Epochs.
    public double allEpochs() {
        return epochs.orElse(20.0);
    }

    /// Faces a step.
    public int faces() {
        return batch.orElse(128);
    }

    /// Most faces in memory at once.
    public int part() {
        return atOnce.orElse(32);
    }

    /// Adam, or else SGD.
    public boolean adam() {
        return optimiser.orElse("sgd").equals("adam");
    }

    /// Highest learning rate.
    public double highest() {
        return rate.orElse(adam() ? 0.001 : 0.1);
    }

    /// Momentum of SGD.
    public double inertia() {
        return momentum.orElse(0.9);
    }

    /// Weight decay.
    public double decay() {
        return weightDecay.orElse(5e-4);
    }

    double warmUp() {
        return warmUpEpochs.orElse(1.0);
    }

    /// Longest gradient.
    public double longest() {
        return clip.orElse(5.0);
    }

    /// The learning rate of a step: a straight rise, then a polynomial down to nothing.
    ///
    /// @param step 0..`steps - 1`
    double rateAt(long step, long steps, long stepsAnEpoch) {
        double up = Math.min(warmUp() * stepsAnEpoch, steps - 1.0);
        if (step < up) {
            return highest() * (step + 1) / up;
        }
        double left = 1 - (step - up) / Math.max(1, steps - up);
        return highest() * Math.pow(left, power.orElse(2.0));
    }
}
