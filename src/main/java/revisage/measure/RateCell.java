package revisage.measure;

import java.util.OptionalDouble;

/// The rates of one `k` and one number of people, with what they are worth.
///
/// @param people enrolled, the right one included
/// @param rates expected over all random subsets of so many people
/// @param interval of the true positive rate, 95 %, holds it
/// @param chance what a blind guess would reach, 0..1
/// @param probes faces tried, 1 or more
public record RateCell(int people, TopKRates rates, Interval interval, double chance, int probes) {

    /// Length of the answer, 1 or more.
    public int k() {
        return rates.k();
    }

    /// How much of the way from chance to certainty is reached: 0 is chance, 1 certainty, less than
    /// 0 worse than chance.
    ///
    /// **Source** evaluation of arXiv 2202.05760: `(tpr - chance) / (1 - chance)`.
    ///
    /// @return 0 where chance is certain already
    public double lift() {
        return chance >= 1 ? 0 : (rates.truePositive() - chance) / (1 - chance);
    }

    /// Cross-model lift over same-model lift: how much of an attack on one extractor carries over
    /// to another matcher. `this` is the cross-model cell.
    ///
    /// @param sameModel the cell of the attacked extractor, with the same k and people
    /// @return empty if the attack does not even beat chance on its own extractor
    public OptionalDouble transferFrom(RateCell sameModel) {
        if (sameModel.k() != k() || sameModel.people != people) {
            throw new IllegalArgumentException("not the same k and number of people");
        }
        return sameModel.lift() > 0
                ? OptionalDouble.of(lift() / sameModel.lift())
                : OptionalDouble.empty();
    }
}
