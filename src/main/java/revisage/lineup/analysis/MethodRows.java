package revisage.lineup.analysis;

import static revisage.table.Column.Kind.REAL;
import static revisage.table.Column.Kind.TEXT;
import static revisage.table.Column.Kind.WHOLE;

import revisage.lineup.analysis.LineupReport.MethodReport;
import revisage.measure.CrossedClusters.Estimate;
import revisage.measure.Interval;
import revisage.table.Column;
import revisage.table.TidyTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The report's numbers as a long table: one row a method and number.
final class MethodRows {

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("method", TEXT, "Code of the method, or 'all'.", "code"),
                    new Column("label", TEXT, "The method for people.", ""),
                    new Column("number", TEXT, "What is stated; see 'of'.", "name"),
                    new Column("of", TEXT, "What it is a share or mean of.", ""),
                    new Column("count", WHOLE, "Answers it is from.", "answers"),
                    new Column("value", REAL, "The number.", ""),
                    new Column("low", REAL, "95 % interval, other people and targets.", ""),
                    new Column("high", REAL, "95 % interval, other people and targets.", ""),
                    new Column("low_participants", REAL, "95 % interval, other people.", ""),
                    new Column("high_participants", REAL, "95 % interval, other people.", ""),
                    new Column("low_targets", REAL, "95 % interval, other targets.", ""),
                    new Column("high_targets", REAL, "95 % interval, other targets.", ""));

    private final List<List<Optional<Object>>> rows = new ArrayList<>();

    private MethodRows() {}

    static TidyTable table(LineupReport report) {
        var made = new MethodRows();
        report.methods().forEach(made::add);
        report.all().ifPresent(made::add);
        return new TidyTable("methods", COLUMNS, made.rows);
    }

    private void add(MethodReport m) {
        String present = "lineups with the target";
        String absent = "lineups without the target";
        String every = "all answers";
        int all = m.present() + m.absent();
        add(m, "found", present, m.present(), m.found());
        plain(m, "chance", present, m.chance());
        plain(m, "chance_single", present, m.singleChance());
        add(m, "lift", present, m.present(), m.lift());
        add(m, "right", present, m.present(), m.right());
        add(m, "first_right", present, m.present(), m.firstRight());
        add(m, "false_picks", absent, m.absent(), m.falsePicks());
        add(m, "sensitivity", every, all, m.sensitivity());
        add(m, "criterion", every, all, m.criterion());
        add(m, "knowing", every, all, m.knowing());
        add(m, "guessing", every, all, m.guessing());
        add(m, "confident", every, all, m.confident());
        add(m, "confident_correct", "correct answers", all, m.confidentRight());
        add(m, "confident_wrong", "other answers", all, m.confidentWrong());
        add(m, "confidence_auc", every, all, m.area());
        for (LineupReport.Step step : m.steps()) {
            String of = "answers of confidence " + step.strength();
            add(m, "correct_at_" + step.strength(), of, step.answers(), step.correct());
        }
        add(m, "seconds", every, all, m.seconds());
        add(m, "first_seconds", every, all, m.firstSeconds());
        for (LineupReport.Fused f : m.fused()) {
            row(
                    m,
                    "judges_" + f.judges(),
                    "lineups with the target that so many answered",
                    f.questions(),
                    f.right(),
                    f.interval(),
                    Optional.empty(),
                    f.interval());
        }
        m.together().ifPresent(t -> together(m, t));
    }

    private void together(MethodReport m, LineupReport.Together t) {
        Optional<Interval> no = Optional.empty();
        row(
                m,
                "machine",
                "probes",
                t.probes(),
                t.machine(),
                Optional.of(t.machineInterval()),
                no,
                no);
        add(m, "people", "lineups the machine found", t.answers(), Optional.of(t.people()));
        row(
                m,
                "machine_x_people",
                "leaked vectors",
                t.answers(),
                t.product(),
                t.interval(),
                no,
                no);
    }

    private void add(
            MethodReport m, String number, String of, int count, Optional<Estimate> value) {
        value.ifPresent(
                e -> row(m, number, of, count, e.value(), e.both(), e.participants(), e.targets()));
    }

    private void plain(MethodReport m, String number, String of, Optional<Double> value) {
        Optional<Interval> no = Optional.empty();
        value.ifPresent(v -> row(m, number, of, m.present(), v, no, no, no));
    }

    private void row(
            MethodReport m,
            String number,
            String of,
            int count,
            double value,
            Optional<Interval> both,
            Optional<Interval> participants,
            Optional<Interval> targets) {
        rows.add(
                List.of(
                        Optional.of(m.method()),
                        Optional.of(m.label()),
                        Optional.of(number),
                        Optional.of(of),
                        Optional.of((long) count),
                        Optional.of(rounded(value)),
                        both.map(i -> rounded(i.low())),
                        both.map(i -> rounded(i.high())),
                        participants.map(i -> rounded(i.low())),
                        participants.map(i -> rounded(i.high())),
                        targets.map(i -> rounded(i.low())),
                        targets.map(i -> rounded(i.high()))));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
