package revisage.cli;

import revisage.measure.Counting;
import revisage.study.SweepLine;
import revisage.study.SweepReport;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// A sweep as a person reads it: the headline of each line; the rest is in the files.
final class SweepText {

    private final SweepReport report;
    private final StringBuilder text = new StringBuilder();

    private SweepText(SweepReport report) {
        this.report = report;
    }

    static String of(SweepReport report, Path out) {
        var told = new SweepText(report);
        for (SweepLine line : report.lines()) {
            told.add(line);
        }
        report.notes().forEach(n -> told.add("Note: %s%n", n));
        told.add("Tables and figures are in %s.%n", out);
        return told.text.toString();
    }

    private void add(SweepLine line) {
        add(
                "%s under %s%s, type-%s%n",
                line.method(), line.matcher(), model(line), line.rule().numeral());
        int unknown =
                line.probes() + line.strangers() + line.withoutOtherPhoto() - line.sourcesFound();
        Notes.probes(
                text, line.strangers(), line.withoutOtherPhoto(), line.excluded().size(), unknown);
        add("  %d probes%s%n", line.probes(), cosines(line));
        add("     N     K   tpr  95 %% interval   chance    fpr  no match  photos  equivalence%n");
        Counting counting = report.plan().counting().getFirst();
        var shown = headline(report.plan().ks());
        int most = line.cells().stream().mapToInt(SweepLine.Cell::n).max().orElse(0);
        line.cells().stream()
                .filter(c -> c.counting() == counting && shown.contains(c.k()))
                .filter(c -> c.n() == most || c.n() == 1_000)
                .forEach(this::add);
        for (SweepLine.Accepted accepted : line.acceptance()) {
            add(
                    "  accepted in verification at FMR %.3f: %.3f [%.3f, %.3f]%n",
                    accepted.falseMatchRate(), accepted.share(), accepted.low(), accepted.high());
        }
        add("%n");
    }

    private void add(SweepLine.Cell cell) {
        add(
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
                                        format(
                                                "   %.3f        %s",
                                                p.tpr(),
                                                p.equivalence()
                                                        .map(e -> format("%.3f", e))
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
                                        format(
                                                ", cosine %.3f under the attacked model",
                                                s.mean())));
        line.cosines()
                .source()
                .ifPresent(
                        s ->
                                told.append(
                                        format(
                                                ", %.3f with the source photo under this one",
                                                s.mean())));
        line.queries().ifPresent(q -> told.append(format(", %.0f queries a target", q)));
        return told.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    private void add(String format, Object... values) {
        text.append(format(format, values));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
