package revisage.work;

/// Seeds for independent random streams, so that a run can be cut anywhere and go on to the same
/// bytes: a stream is named by numbers (seed, target, round), never by how much was drawn before.
public final class Dice {

    private Dice() {}

    /// A well-mixed 64-bit seed for the stream with this name.
    ///
    /// **Source** the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), chained.
    ///
    /// @param name for example `(plan seed, hash of the target's id, round)`
    public static long seed(long... name) {
        long mixed = 0x9E3779B97F4A7C15L;
        for (long part : name) {
            mixed = mix(mixed ^ mix(part + 0x9E3779B97F4A7C15L)) + 0x9E3779B97F4A7C15L;
        }
        return mixed;
    }

    /// A 64-bit number that depends on every character of `text`.
    public static long of(String text) {
        return seed(text.chars().asLongStream().toArray());
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
