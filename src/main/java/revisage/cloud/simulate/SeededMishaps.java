package revisage.cloud.simulate;

import revisage.work.Dice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A stormy day, the same for the same seed: troubles that pass when one asks again, single and in
/// bursts of up to eight.
public final class SeededMishaps implements Mishaps {

    private static final int LONGEST_BURST = 8;

    private static final List<Mishap> SINGLE =
            List.of(
                    Mishap.THROTTLE,
                    Mishap.ERROR,
                    Mishap.ERROR_AFTER_WORK,
                    Mishap.DROPPED,
                    Mishap.LOST,
                    Mishap.CUT_OFF,
                    Mishap.GARBAGE,
                    Mishap.EMPTY);

    private final long seed;
    private final double rate;

    /// @param rate share of requests that something happens to, 0..0.5
    public SeededMishaps(long seed, double rate) {
        if (!(rate >= 0 && rate <= 0.5)) {
            throw new IllegalArgumentException("rate " + rate);
        }
        this.seed = seed;
        this.rate = rate;
    }

    @Override
    public Optional<Event> at(String operation, long number, long numberOfItsKind) {
        for (int back = 0; back < LONGEST_BURST && back < number; back++) {
            var dice = new SplittableRandom(Dice.seed(seed, number - back));
            // Half of the rate goes to bursts, whose mean length is 4.5.
            if (dice.nextDouble() < rate / 2 / 4.5 && back < dice.nextInt(1, LONGEST_BURST + 1)) {
                return Optional.of(
                        dice.nextBoolean()
                                ? new Event(Mishap.UNAVAILABLE, Optional.empty())
                                : new Event(Mishap.THROTTLE, Optional.of(Duration.ZERO)));
            }
        }
        var dice = new SplittableRandom(Dice.seed(seed, number, 1));
        return dice.nextDouble() < rate / 2
                ? Optional.of(new Event(SINGLE.get(dice.nextInt(SINGLE.size())), Optional.empty()))
                : Optional.empty();
    }
}
