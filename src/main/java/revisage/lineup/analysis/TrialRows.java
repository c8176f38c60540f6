package revisage.lineup.analysis;

import static revisage.table.Column.Kind.REAL;
import static revisage.table.Column.Kind.TEXT;
import static revisage.table.Column.Kind.TRUTH;
import static revisage.table.Column.Kind.WHOLE;

import revisage.lineup.Entry;
import revisage.lineup.LineupPlan;
import revisage.table.Column;
import revisage.table.TidyTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The table of trials: every answer, to reconstructions, checks and pairs, and what follows from
/// it.
final class TrialRows {

    /// The kind of a pair of the ability test.
    static final String ABILITY = "ability";

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("participant", TEXT, "Random code of the participant.", "code"),
                    new Column(
                            "position", WHOLE, "Place among the participant's questions.", "1.."),
                    new Column("question", TEXT, "Code of the question.", "code"),
                    new Column(
                            "kind",
                            TEXT,
                            "What was asked.",
                            "reconstruction, identical, instructed, ability"),
                    new Column(
                            "method",
                            TEXT,
                            "How the face was reconstructed; reconstructions only.",
                            "code"),
                    new Column(
                            "target", TEXT, "Who was reconstructed; reconstructions only.", "code"),
                    new Column(
                            "absent",
                            TRUTH,
                            "Whether none of the photos shows the target.",
                            "true, false"),
                    new Column(
                            "matcher_rank",
                            WHOLE,
                            "Place of the first right photo in the matcher's answer.",
                            "1.., 0 if it had none"),
                    new Column("shown", TEXT, "Photos in the order they were shown.", "codes"),
                    new Column(
                            "choices",
                            TEXT,
                            "Photos picked at the end; nothing for 'none of them'; same or"
                                    + " different for pairs.",
                            "codes"),
                    new Column("first", TEXT, "What was picked first.", "code, none"),
                    new Column("last", TEXT, "What was picked last.", "code, none"),
                    new Column("confidence", WHOLE, "How sure the participant said to be.", "step"),
                    new Column("first_ms", WHOLE, "From the screen to the first pick.", "ms"),
                    new Column("total_ms", WHOLE, "From the screen to the end.", "ms"),
                    new Column("options", WHOLE, "Photos shown.", "photos"),
                    new Column("right_options", WHOLE, "Photos that show the target.", "photos"),
                    new Column("right_choices", WHOLE, "Picked photos that show it.", "photos"),
                    new Column(
                            "correct",
                            TRUTH,
                            "Target picked, or nobody picked where it was absent; check passed;"
                                    + " pair judged right.",
                            "true, false"),
                    new Column(
                            "credit",
                            REAL,
                            "Chance that one of the picks, drawn blindly, shows the target.",
                            "0..1"),
                    new Column(
                            "chance_single", REAL, "Chance of one pick without looking.", "0..1"),
                    new Column(
                            "chance",
                            REAL,
                            "Chance of as many picks without looking, of at least one right.",
                            "0..1"),
                    new Column("counted", TRUTH, "Whether the participant counts.", "true, false"));

    private TrialRows() {}

    static List<Column> columns() {
        return COLUMNS;
    }

    static int at(String column) {
        return COLUMNS.stream().map(Column::name).toList().indexOf(column);
    }

    static TidyTable table(Sheet sheet) {
        var rows = new ArrayList<List<Optional<Object>>>();
        for (Participant p : sheet.participants()) {
            var own = new ArrayList<List<Optional<Object>>>();
            boolean counted = p.excluded().isEmpty();
            p.judged().forEach(j -> own.add(row(j, counted)));
            p.checks().forEach(c -> own.add(row(c, sheet.plan(), counted)));
            p.trials().forEach(t -> own.add(row(t, counted)));
            int position = at("position");
            own.sort((a, b) -> Long.compare(whole(a, position), whole(b, position)));
            rows.addAll(own);
        }
        return new TidyTable("trials", COLUMNS, rows);
    }

    private static long whole(List<Optional<Object>> row, int column) {
        return row.get(column).map(v -> (Long) v).orElse(0L);
    }

    private static List<Optional<Object>> row(Trial t, boolean counted) {
        boolean there = !t.item().absent();
        return cells(
                t.participant(),
                (long) t.position(),
                t.item().id(),
                "reconstruction",
                t.item().method(),
                t.item().target(),
                t.item().absent(),
                (long) t.item().matcherRank(),
                String.join(" ", t.shown()),
                String.join(" ", t.choices()),
                t.first(),
                t.last(),
                (long) t.confidence(),
                t.firstMillis(),
                t.millis(),
                (long) t.item().options().size(),
                (long) t.item().rightOptions(),
                (long) t.rightChoices(),
                t.correct(),
                there ? t.credit() : "",
                there ? t.singleChance() : "",
                there ? t.chance() : "",
                counted);
    }

    private static List<Optional<Object>> row(
            Participant.Checked checked, LineupPlan plan, boolean counted) {
        Entry.Answered a = checked.answer();
        return cells(
                a.participant(),
                (long) a.position(),
                a.question(),
                checked.check().kind().name().toLowerCase(Locale.ROOT),
                "",
                "",
                "",
                "",
                String.join(" ", a.shown()),
                String.join(" ", a.choices()),
                a.first(),
                a.last(),
                (long) a.confidence(),
                a.firstMillis(),
                a.millis(),
                (long) plan.k(),
                "",
                "",
                checked.passed(),
                "",
                "",
                "",
                counted);
    }

    private static List<Optional<Object>> row(Participant.Judgement judged, boolean counted) {
        Entry.Judged a = judged.answer();
        return cells(
                a.participant(),
                (long) a.position(),
                a.question(),
                ABILITY,
                "",
                "",
                "",
                "",
                "",
                a.same() ? "same" : "different",
                "",
                "",
                "",
                "",
                a.millis(),
                "",
                "",
                "",
                judged.correct(),
                "",
                "",
                "",
                counted);
    }

    /// Empty text is an unknown value.
    private static List<Optional<Object>> cells(Object... values) {
        var cells = new ArrayList<Optional<Object>>();
        for (Object value : values) {
            cells.add(value.equals("") ? Optional.empty() : Optional.of(value));
        }
        return cells;
    }
}
