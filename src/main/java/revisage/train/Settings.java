package revisage.train;

import java.util.List;
import java.util.Optional;

/// What the plans of all reconstructors check and count alike.
final class Settings {

    static final List<String> SIZES = List.of("full", "small");
    static final List<String> SCHEDULES = List.of("paper", "evening");

    private Settings() {}

    static void oneOf(String what, Optional<String> value, List<String> known) {
        value.filter(v -> !known.contains(v))
                .ifPresent(
                        v -> {
                            throw new IllegalArgumentException(
                                    "%s is one of %s, not '%s'"
                                            .formatted(what, String.join(", ", known), v));
                        });
    }

    static void batch(Optional<Integer> batch, Optional<Integer> atOnce) {
        batch.ifPresent(b -> ExtractorPlan.within("batch", b, 2, 65_536));
        atOnce.ifPresent(b -> ExtractorPlan.within("atOnce", b, 2, 4096));
    }

    static void rate(Optional<Double> rate, Optional<Double> decay) {
        rate.ifPresent(r -> ExtractorPlan.within("rate", r, 1e-9, 1));
        decay.ifPresent(d -> ExtractorPlan.within("decay", d, 1e-6, 1));
    }

    /// Steps that show all pairs so many times.
    static long steps(double epochs, long pairs, int batch) {
        return (long) Math.ceil(epochs * pairs / batch);
    }
}
