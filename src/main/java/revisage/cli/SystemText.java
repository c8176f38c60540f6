package revisage.cli;

import revisage.cloud.Quote;
import revisage.study.SweepLine;
import revisage.study.SystemReport;

import java.nio.file.Path;

/// A comparison of recognition systems as a person reads it.
final class SystemText {

    private final Printout text = new Printout();

    private SystemText() {}

    static String of(SystemReport report, Path out) {
        var told = new SystemText();
        for (SystemReport.SystemNote system : report.systems()) {
            told.system(report, system);
        }
        report.notes().forEach(n -> told.text.add("Note: %s%n", n));
        told.text.add("Tables and figures are in %s.%n", out);
        return told.text.toString();
    }

    private void system(SystemReport report, SystemReport.SystemNote system) {
        text.add(
                "%s: %,d faces of %,d people, type-%s%s%n",
                system.name(),
                report.faces() - system.notEnrolled(),
                report.people(),
                report.plan().rule().numeral(),
                system.threshold().map(t -> ", threshold " + t).orElse(""));
        system.cloud().ifPresent(this::cloud);
        text.add(
                "  %-28s   K    tpr  95 %% interval   chance    fpr  no match  Table II%n",
                "method");
        report.lines().stream().filter(l -> l.system().equals(system.name())).forEach(this::line);
        text.add("%n");
    }

    private void cloud(SystemReport.Cloud cloud) {
        text.add(
                "  %s, model %s: %,d of %,d calls, %s %s by the price table, %.0f s%n",
                cloud.date(),
                cloud.model(),
                cloud.calls(),
                cloud.cap(),
                Quote.amount(cloud.cost()),
                cloud.currency(),
                cloud.seconds());
    }

    private void line(SystemReport.Line line) {
        for (SystemReport.Cell cell : line.cells()) {
            String wrong =
                    line.falseMatches().stream()
                            .filter(f -> f.k() == cell.k())
                            .findFirst()
                            .map(SystemText::repeated)
                            .orElse("-");
            text.add(
                    "  %-28s %3d  %.3f  [%.3f, %.3f]  %.4f  %.3f     %.3f  %s%n",
                    line.method(),
                    cell.k(),
                    cell.tpr().value(),
                    cell.tpr().low(),
                    cell.tpr().high(),
                    cell.chance(),
                    cell.fpr().value(),
                    cell.noMatch().value(),
                    wrong);
        }
        if (line.unanswered() > 0) {
            text.add("    %d probes had no candidate at all%n", line.unanswered());
        }
    }

    private static String repeated(SweepLine.Repeated found) {
        return Printout.format(
                "of %,d: %.0f %% repeated, %.0f %% on one, evenness %.2f",
                found.total(),
                100 * found.repeatedShare(),
                100 * found.topShare(),
                found.evenness());
    }
}
