package revisage.people.synthetic;

/// A stream of random numbers, the same on every machine: SplitMix64 and plain arithmetic.
final class Draws {

    private long state;

    Draws(long seed) {
        state = seed;
    }

    /// 0 (inclusive) to 1 (exclusive).
    double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long a = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return ((b ^ (b >>> 31)) >>> 11) * 0x1.0p-53;
    }

    float between(double low, double high) {
        return (float) (low + (high - low) * uniform());
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /// Mean 0, deviation 1, never beyond 2.6: a sum of uniform numbers, cut.
    float normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += uniform();
        }
        return (float) Math.clamp(sum, -2.6, 2.6);
    }

    /// The place where the running sum of `weights` passes a uniform number.
    int weighted(double... weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        double at = uniform() * sum;
        int i = 0;
        while (i < weights.length - 1 && at >= weights[i]) {
            at -= weights[i];
            i++;
        }
        return i;
    }
}
