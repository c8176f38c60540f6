package revisage.window.risk;

import revisage.study.SweepLine;
import revisage.window.Words;

import java.util.Locale;

/// The risk in plain words.
final class RiskSentence {

    private RiskSentence() {}

    /// Of 100 leaked vectors, 93 (86 to 97) lead to the right person among 25 suggestions from
    /// 1,000 people; blind guessing would reach 2.5.
    static String of(SweepLine line, SweepLine.Cell cell, Words words) {
        double n = line.probes();
        return words.of(
                "risk.sentence",
                Words.count(line.probes()),
                Math.round(n * cell.tpr()),
                Math.round(n * cell.low()),
                Math.round(n * cell.high()),
                Words.count(cell.k()),
                Words.count(cell.n()),
                number(n * cell.chance()));
    }

    private static String number(double value) {
        return value >= 10
                ? Words.count(Math.round(value))
                : String.format(Locale.ROOT, value >= 1 ? "%.1f" : "%.2f", value);
    }
}
