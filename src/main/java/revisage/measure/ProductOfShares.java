package revisage.measure;

/// Two things that must both happen, measured apart: `first x second`, with its interval.
///
/// **Source** Zou, Donner, Statistics in Medicine 27 (2008), 1693-1702, on the scale of logarithms:
/// the distances of the limits from the logarithms are added like the sides of a right angle.
public final class ProductOfShares {

    private ProductOfShares() {}

    /// @param first 0..1, inside `firstInterval`
    /// @param second 0..1, inside `secondInterval`, measured apart from the first
    public static Interval interval(
            double first, Interval firstInterval, double second, Interval secondInterval) {
        double product = first * second;
        if (product <= 0) {
            return new Interval(0, Math.min(1, firstInterval.high() * secondInterval.high()));
        }
        double down =
                Math.hypot(
                        Math.log(first / firstInterval.low()),
                        Math.log(second / secondInterval.low()));
        double up =
                Math.hypot(
                        Math.log(firstInterval.high() / first),
                        Math.log(secondInterval.high() / second));
        return new Interval(
                product * Math.exp(-down), Math.min(1, product * Math.exp(up))); // exp(-inf) is 0
    }
}
