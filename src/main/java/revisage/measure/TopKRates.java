package revisage.measure;

import java.util.List;

/// How often the right person is among the `k` most alike candidates.
///
/// The three shares add up to 1. They are the rates of the seed study (arXiv 2202.05760, section
/// V-A) and **not** the rates of biometric standards (the true positive rate is what ISO/IEC
/// 19795-1 calls a rank-k identification rate): a matcher without a threshold always answers, so
/// its `falsePositive` is `1 - truePositive`.
///
/// @param k length of the answer, 1 or more
/// @param truePositive share of faces whose person is in the answer, 0..1
/// @param falsePositive share of faces with an answer of other people only, 0..1
/// @param noMatch share of faces without an answer, 0..1
public record TopKRates(int k, double truePositive, double falsePositive, double noMatch) {

    private static final double ROUNDING = 1e-9; // a mean over at most 2^31 probabilities

    public TopKRates {
        if (k < 1) {
            throw new IllegalArgumentException("k must be 1 or more, got " + k);
        }
        boolean shares = isShare(truePositive) && isShare(falsePositive) && isShare(noMatch);
        if (!shares || Math.abs(truePositive + falsePositive + noMatch - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "shares of 0..1 must add up to 1, got "
                            + List.of(truePositive, falsePositive, noMatch));
        }
    }

    /// The rates of an answer that misses with what is left of the two shares.
    ///
    /// @param truePositive 0..1
    /// @param noMatch 0..1
    static TopKRates of(int k, double truePositive, double noMatch) {
        return new TopKRates(k, truePositive, Math.max(0, 1 - truePositive - noMatch), noMatch);
    }

    /// @param verdicts one for each face, 1 or more; judged for answers of any length
    /// @throws IllegalArgumentException if there are none: a rate over nothing is unknown, not 0
    public static TopKRates of(int k, List<? extends Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            throw new IllegalArgumentException("no verdicts");
        }
        int hits = 0;
        int others = 0;
        int none = 0;
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Verdict.Found(int rank) when rank <= k -> hits++;
                case Verdict.Found _, Verdict.OnlyOthers() -> others++;
                case Verdict.NoAnswer() -> none++;
            }
        }
        double all = verdicts.size();
        return new TopKRates(k, hits / all, others / all, none / all);
    }

    private static boolean isShare(double share) { // also refuses NaN
        return share >= 0 && share <= 1 + ROUNDING;
    }
}
