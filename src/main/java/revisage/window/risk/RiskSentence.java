package revisage.window.risk;

import revisage.study.SweepLine;
import revisage.window.Words;
import revisage.window.risk.RangeBar.Range;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
                found(line, cell),
                Math.round(n * cell.low()),
                Math.round(n * cell.high()),
                words.of(cell.k() == 1 ? "risk.suggestion" : "risk.suggestions", cell.k()),
                Words.count(cell.n()),
                number(n * cell.chance()));
    }

    /// How it would be with fewer suggestions and among fewer people: what the lower ends of the
    /// ranges say. Empty where they are the upper ends too.
    static String beside(RiskReading reading, SweepLine line, Range k, Range n, Words words) {
        List<String> said = new ArrayList<>();
        if (k.low() < k.high()) {
            reading.cell(line, k.low(), n.high())
                    .ifPresent(
                            c ->
                                    said.add(
                                            words.of(
                                                    "risk.beside.k",
                                                    words.of(
                                                            k.low() == 1
                                                                    ? "risk.suggestion"
                                                                    : "risk.suggestions",
                                                            k.low()),
                                                    found(line, c))));
        }
        if (n.low() < n.high()) {
            reading.cell(line, k.high(), n.low())
                    .ifPresent(
                            c ->
                                    said.add(
                                            words.of(
                                                    "risk.beside.n",
                                                    Words.count(n.low()),
                                                    found(line, c))));
        }
        return String.join(" ", said);
    }

    /// What the numbers hold for.
    static String conditions(SweepLine line, SweepLine.Cell cell, Words words) {
        Optional<SweepLine.Photos> photos = cell.photos();
        return words.of(
                line.sameModel() ? "risk.conditions.same" : "risk.conditions",
                line.method(),
                line.matcher(),
                line.rule().numeral(),
                photos.map(
                                p ->
                                        words.of(
                                                "risk.conditions.photos",
                                                Words.count(Math.round(p.tpr() * p.probes())),
                                                Words.count(p.probes())))
                        .orElse(""));
    }

    private static String found(SweepLine line, SweepLine.Cell cell) {
        return Words.count(Math.round(line.probes() * cell.tpr()));
    }

    private static String number(double value) {
        return value >= 10
                ? Words.count(Math.round(value))
                : String.format(Locale.ROOT, value >= 1 ? "%.1f" : "%.2f", value);
    }
}
