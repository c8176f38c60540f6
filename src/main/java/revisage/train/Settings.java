package revisage.train;

import java.util.List;
import java.util.Optional;

/// What the plans of all trainings check and count alike.
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

    /// What is left out is right.
    static void within(String what, Optional<? extends Number> value, double from, double to) {
        value.ifPresent(v -> within(what, v.doubleValue(), from, to));
    }

    static void within(String what, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(
                    "%s is %s..%s, not %s"
                            .formatted(what, number(from), number(to), number(value)));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    static void batch(Optional<Integer> batch, Optional<Integer> atOnce) {
        within("batch", batch, 2, 65_536);
        within("atOnce", atOnce, 2, 4096);
    }

    static void rate(Optional<Double> rate, Optional<Double> decay) {
        within("rate", rate, 1e-9, 1);
        within("decay", decay, 1e-6, 1);
    }

    /// Steps that show all pairs so many times.
    static long steps(double epochs, long pairs, int batch) {
        return (long) Math.ceil(epochs * pairs / batch);
    }
}
