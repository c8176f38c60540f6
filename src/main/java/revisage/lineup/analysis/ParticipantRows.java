package revisage.lineup.analysis;

import static revisage.table.Column.Kind.REAL;
import static revisage.table.Column.Kind.TEXT;
import static revisage.table.Column.Kind.TRUTH;
import static revisage.table.Column.Kind.WHOLE;

import revisage.lineup.Entry;
import revisage.table.Column;
import revisage.table.TidyTable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The table of participants, excluded ones too, and why.
final class ParticipantRows {

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("participant", TEXT, "Random code of the participant.", "code"),
                    new Column("form", WHOLE, "Number of the form they got.", "0.."),
                    new Column("language", TEXT, "Language of the words.", "ISO 639-1"),
                    new Column("place", TEXT, "Where they took part.", "kiosk-1, page"),
                    new Column("told", TRUTH, "Whether they were asked for age and gender.", ""),
                    new Column(
                            "age",
                            TEXT,
                            "Age band; nothing if not told.",
                            "from_18, from_30, from_40, from_50, from_60"),
                    new Column(
                            "gender",
                            TEXT,
                            "Gender; nothing if not told.",
                            "female, male, undisclosed"),
                    new Column("finished", TRUTH, "Whether they came to the end.", "true, false"),
                    new Column("answered", WHOLE, "Reconstructions answered.", "questions"),
                    new Column("checks_failed", WHOLE, "Attention checks failed.", "checks"),
                    new Column("median_seconds", REAL, "Median time a reconstruction.", "s"),
                    new Column("pairs_right", WHOLE, "Ability test: pairs judged right.", "pairs"),
                    new Column("pairs", WHOLE, "Ability test: pairs judged.", "pairs"),
                    new Column("excluded", TEXT, "Why they do not count; nothing if they do.", ""));

    private ParticipantRows() {}

    static List<Column> columns() {
        return COLUMNS;
    }

    static TidyTable table(Sheet sheet) {
        var rows = new ArrayList<List<Optional<Object>>>();
        for (Participant p : sheet.participants()) {
            long right = p.judged().stream().filter(Participant.Judgement::correct).count();
            rows.add(
                    List.of(
                            Optional.of(p.code()),
                            Optional.of((long) p.began().form()),
                            Optional.of(p.began().language()),
                            Optional.of(p.began().place()),
                            Optional.of(p.about().isPresent()),
                            p.about().flatMap(Entry.About::age).map(ParticipantRows::word),
                            p.about().flatMap(Entry.About::gender).map(ParticipantRows::word),
                            Optional.of(p.finished()),
                            Optional.of((long) p.trials().size()),
                            Optional.of((long) p.failed()),
                            p.medianSeconds().map(s -> s),
                            Optional.of(right),
                            Optional.of((long) p.judged().size()),
                            p.excluded().map(e -> e)));
        }
        return new TidyTable("participants", COLUMNS, rows);
    }

    private static Object word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
