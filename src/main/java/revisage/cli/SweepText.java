package revisage.cli;

import revisage.measure.Counting;
import revisage.study.SweepLine;
import revisage.study.SweepReport;

import java.util.List;
import java.util.TreeSet;

/// A sweep as a person reads it: the headline of each line; the rest is in the files.
final class SweepText {

    private final SweepReport report;
    private final Printout text = new Printout();

    private SweepText(SweepReport report) {
        this.report = report;
    }

    /// @param where it all lies, as a sentence
    static String of(SweepReport report, String where) {
        var told = new SweepText(report);
        for (SweepLine line : report.lines()) {
            told.add(line);
        }
        report.notes().forEach(n -> told.text.add("Note: %s%n", n));
        told.text.add("%s%n", where);
        return told.text.toString();
    }

    private void add(SweepLine line) {
        text.add(
                "%s under %s%s, type-%s%n",
                line.method(), line.matcher(), model(line), line.rule().numeral());
        int unknown =
                line.probes() + line.strangers() + line.withoutOtherPhoto() - line.sourcesFound();
        Notes.probes(
                text.text(),
                line.strangers(),
                line.withoutOtherPhoto(),
                line.excluded().size(),
                unknown);
        text.add("  %d probes%s%n", line.probes(), cosines(line));
        text.add(
                "     N     K   tpr  95 %% interval   chance    fpr  no match  photos "
                        + " equivalence%n");
        Counting counting = report.plan().counting().getFirst();
        var shown = headline(report.plan().ks());
        int most = line.cells().stream().mapToInt(SweepLine.Cell::n).max().orElse(0);
        line.cells().stream()
                .filter(c -> c.counting() == counting && shown.contains(c.k()))
                .filter(c -> c.n() == most || c.n() == 1_000)
                .forEach(this::add);
        for (SweepLine.Accepted accepted : line.acceptance()) {
            text.add(
                    "  accepted in verification at FMR %.3f: %.3f [%.3f, %.3f]%n",
                    accepted.falseMatchRate(), accepted.share(), accepted.low(), accepted.high());
        }
        text.add("%n");
    }

    private void add(SweepLine.Cell cell) {
        text.add(
                "%6d  %4d %.3f [%.3f, %.3f]   %.4f  %.3f     %.3f%s%n",
                cell.n(),
                cell.k(),
                cell.tpr(),
                cell.low(),
                cell.high(),
                cell.chance(),
                cell.fpr(),
                cell.noMatch(),
                cell.photos()
                        .map(
                                p ->
                                        Printout.format(
                                                "   %.3f        %s",
                                                p.tpr(),
                                                p.equivalence()
                                                        .map(e -> Printout.format("%.3f", e))
                                                        .orElse("-")))
                        .orElse(""));
    }

    private static List<Integer> headline(List<Integer> ks) {
        var shown = new TreeSet<Integer>(ks);
        shown.retainAll(List.of(1, 5, 25));
        return shown.isEmpty() ? ks : List.copyOf(shown);
    }

    private static String model(SweepLine line) {
        if (line.attackedSha256().isEmpty()) {
            return "";
        }
        return line.sameModel() ? " (the attacked model itself)" : " (another model)";
    }

    private static String cosines(SweepLine line) {
        var told = new StringBuilder();
        line.cosines()
                .attacked()
                .ifPresent(
                        s ->
                                told.append(
                                        Printout.format(
                                                ", cosine %.3f under the attacked model",
                                                s.mean())));
        line.cosines()
                .source()
                .ifPresent(
                        s ->
                                told.append(
                                        Printout.format(
                                                ", %.3f with the source photo under this one",
                                                s.mean())));
        line.queries().ifPresent(q -> told.append(Printout.format(", %.0f queries a target", q)));
        return told.toString();
    }
}
