package revisage.lineup.analysis;

import revisage.lineup.AgeBand;
import revisage.lineup.Entry;
import revisage.lineup.Gender;
import revisage.lineup.LineupException;
import revisage.lineup.LineupPlan;
import revisage.table.CsvTable;
import revisage.table.ParquetTables;
import revisage.table.TidyTable;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answers as tidy tables: `trials.csv`, `participants.csv`, the same as Parquet, and
/// `dictionary.csv`. Read back they give the entries they were made from; what no longer follows
/// from the answers is refused with its row.
public final class TidyFiles {

    /// One row a trial.
    public static final String TRIALS = "trials.csv";

    /// One row a participant.
    public static final String PARTICIPANTS = "participants.csv";

    private final LineupPlan plan;

    /// @param plan of the study
    public TidyFiles(LineupPlan plan) {
        this.plan = plan;
    }

    /// Each file whole or not at all.
    public static void write(Sheet sheet, ParquetTables parquet, Path folder)
            throws WorkException, InterruptedException {
        var tables = List.of(TrialRows.table(sheet), ParticipantRows.table(sheet));
        for (TidyTable table : tables) {
            CsvTable.write(table, folder.resolve(table.name() + ".csv"));
            parquet.write(table, folder.resolve(table.name() + ".parquet"));
        }
        CsvTable.writeDictionary(tables, folder.resolve("dictionary.csv"));
    }

    /// @param folder with both tables
    /// @throws LineupException with the row and the reason
    public List<SourcedEntry> read(Path folder) throws WorkException {
        Path trials = folder.resolve(TRIALS);
        Path people = folder.resolve(PARTICIPANTS);
        TidyTable trialTable = CsvTable.read("trials", TrialRows.columns(), trials);
        TidyTable peopleTable = CsvTable.read("participants", ParticipantRows.columns(), people);
        var entries = new ArrayList<SourcedEntry>();
        for (int i = 0; i < peopleTable.rows().size(); i++) {
            person(new Cells(peopleTable, i, people), entries);
        }
        for (int i = 0; i < trialTable.rows().size(); i++) {
            Cells row = new Cells(trialTable, i, trials);
            entries.add(row.sourced(row.checked(() -> answer(row))));
        }
        requireSame(new AnswerReading(plan).read(entries), trialTable, trials);
        return entries;
    }

    private static void person(Cells row, List<SourcedEntry> entries) throws LineupException {
        String who = row.text("participant");
        entries.add(
                row.sourced(
                        row.checked(
                                () ->
                                        new Entry.Began(
                                                who,
                                                row.whole("form"),
                                                row.text("language"),
                                                row.text("place"),
                                                Optional.empty()))));
        if (row.truth("told")) {
            entries.add(
                    row.sourced(
                            row.checked(
                                    () ->
                                            new Entry.About(
                                                    who,
                                                    row.word("age", AgeBand.class),
                                                    row.word("gender", Gender.class)))));
        }
        if (row.truth("finished")) {
            entries.add(row.sourced(row.checked(() -> new Entry.Finished(who))));
        }
    }

    private static Entry answer(Cells row) throws LineupException {
        String who = row.text("participant");
        String question = row.text("question");
        int position = row.whole("position");
        long millis = row.number("total_ms");
        if (row.text("kind").equals(TrialRows.ABILITY)) {
            return new Entry.Judged(
                    who, question, position, row.text("choices").equals("same"), millis);
        }
        return new Entry.Answered(
                who,
                question,
                position,
                row.list("shown"),
                row.list("choices"),
                row.text("first"),
                row.text("last"),
                row.whole("confidence"),
                row.number("first_ms"),
                millis);
    }

    /// What was computed when the table was written must follow from it still.
    private static void requireSame(Sheet sheet, TidyTable stated, Path file)
            throws LineupException {
        TidyTable follows = TrialRows.table(sheet);
        Map<List<Optional<Object>>, List<Optional<Object>>> byQuestion = new HashMap<>();
        int who = TrialRows.at("participant");
        int question = TrialRows.at("question");
        for (List<Optional<Object>> row : follows.rows()) {
            byQuestion.put(List.of(row.get(who), row.get(question)), row);
        }
        for (int i = 0; i < stated.rows().size(); i++) {
            List<Optional<Object>> row = stated.rows().get(i);
            List<Optional<Object>> right = byQuestion.get(List.of(row.get(who), row.get(question)));
            for (int c = 0; right != null && c < row.size(); c++) {
                if (!row.get(c).equals(right.get(c))) {
                    throw new LineupException(
                            "%s, row %d: column '%s' says '%s', and '%s' follows from the answer."
                                    .formatted(
                                            file,
                                            i + 1,
                                            stated.columns().get(c).name(),
                                            said(row.get(c)),
                                            said(right.get(c))),
                            "Take the file as it was written.");
                }
            }
        }
    }

    private static String said(Optional<Object> value) {
        return value.map(Object::toString).orElse("");
    }
}
