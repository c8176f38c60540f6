package revisage.cli;

import revisage.cloud.Answers;
import revisage.measure.Interval;
import revisage.measure.TopKRates;
import revisage.store.MatchRow;
import revisage.study.CloudStudy;
import revisage.study.Matching;
import revisage.study.SystemComparison;
import revisage.study.SystemReport;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// What a cloud found, as `revisage match` tells it of a local gallery: the same table, the same
/// rates.
///
/// @param service a simulator is called one
/// @param people enrolled
/// @param pictures that were to be enrolled
/// @param declined of these, not taken by the service
/// @param probes that could be used
record CloudMatching(
        String service,
        int people,
        int pictures,
        int declined,
        int probes,
        int excluded,
        Matching.Result result) {

    static CloudMatching of(
            CloudStudy study,
            Answers answers,
            OptionalDouble threshold,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        SystemComparison.Result compared = study.compared(List.of(answers), events);
        SystemReport report = compared.report();
        double bar = threshold.orElse(Double.NEGATIVE_INFINITY);
        List<MatchRow> rows =
                compared.rows().getOrDefault(answers.label(), List.of()).stream()
                        .filter(r -> r.score() >= bar)
                        .toList();
        return new CloudMatching(
                answers.label(),
                report.people(),
                report.faces(),
                answers.declined().size(),
                study.ground().sets().stream().mapToInt(s -> s.probes().size()).sum(),
                study.ground().excluded().size(),
                result(rows, report.lines(), study.leftOut(report.plan().rule())));
    }

    private static Matching.Result result(
            List<MatchRow> rows, List<SystemReport.Line> lines, CloudStudy.LeftOut left) {
        return new Matching.Result(
                rows,
                rates(lines),
                lines.stream().mapToInt(SystemReport.Line::probes).sum(),
                lines.stream().mapToInt(SystemReport.Line::strangers).sum(),
                lines.stream().mapToInt(SystemReport.Line::withoutOtherPhoto).sum(),
                left.sourcesFound(),
                left.pictures());
    }

    /// All probes together, as `match` counts those of a folder.
    private static List<Matching.Rate> rates(List<SystemReport.Line> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var rates = new ArrayList<Matching.Rate>();
        int counted = lines.stream().mapToInt(SystemReport.Line::probes).sum();
        for (int c = 0; c < lines.getFirst().cells().size(); c++) {
            double hits = 0;
            double nobody = 0;
            double chance = 0;
            for (SystemReport.Line line : lines) {
                SystemReport.Cell cell = line.cells().get(c);
                hits += cell.tpr().value() * line.probes();
                nobody += cell.noMatch().value() * line.probes();
                chance += cell.chance() * line.probes();
            }
            int found = (int) Math.round(hits);
            double share = (double) found / counted;
            rates.add(
                    new Matching.Rate(
                            new TopKRates(
                                    lines.getFirst().cells().get(c).k(),
                                    share,
                                    Math.max(0, 1 - share - nobody / counted),
                                    nobody / counted),
                            Interval.wilson(found, counted),
                            chance / counted));
        }
        return rates;
    }
}
