package revisage.cloud.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;

/// So many requests a second, and as many at once. Called by one thread at a time.
final class Quota {

    private final OptionalDouble perSecond;
    private final InstantSource clock;
    private double left;
    private Instant then;

    /// @param perSecond empty for any number
    Quota(OptionalDouble perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
        this.left = Math.max(1, perSecond.orElse(1));
        this.then = clock.instant();
    }

    /// Whether one more request fits.
    boolean allows() {
        if (perSecond.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        double rate = perSecond.getAsDouble();
        double passed = Math.max(0, Duration.between(then, now).toNanos() / 1e9);
        left = Math.min(Math.max(1, rate), left + passed * rate);
        then = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
