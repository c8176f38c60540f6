package revisage.lineup.design;

import static revisage.table.Column.Kind.REAL;
import static revisage.table.Column.Kind.TEXT;
import static revisage.table.Column.Kind.WHOLE;

import revisage.lineup.LineupException;
import revisage.store.MatchRow;
import revisage.store.Reconstruction;
import revisage.store.ReconstructionTable;
import revisage.table.Column;
import revisage.table.CsvTable;
import revisage.table.TidyTable;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reconstructions made in one way, and what the matcher answered for them.
///
/// @param label the method for people
/// @param folder of the pictures
/// @param made by id of the leaked vector
/// @param answers by the same ids, most alike first
public record Source(
        String label,
        Path folder,
        Map<String, Reconstruction> made,
        Map<String, List<MatchRow>> answers) {

    private static final List<Column> MATCHES =
            List.of(
                    new Column("probe_id", TEXT, "Id of the probe.", ""),
                    new Column("probe_person", TEXT, "Whom it shows.", ""),
                    new Column("rank", WHOLE, "1 is the most alike.", ""),
                    new Column("gallery_id", TEXT, "Id of the candidate.", ""),
                    new Column("gallery_person", TEXT, "Whom it shows.", ""),
                    new Column("score", REAL, "Higher is more alike.", ""));

    /// Reads a folder that `reconstruct` wrote and the table that `match` wrote for it.
    ///
    /// @param label in place of the folder's own
    /// @throws LineupException if the two do not belong together
    public static Source read(Path folder, Path matches, Optional<String> label)
            throws WorkException {
        Map<String, Reconstruction> made = new TreeMap<>();
        Set<String> labels = new HashSet<>();
        for (Reconstruction row :
                ReconstructionTable.read(folder.resolve(ReconstructionTable.FILE))) {
            if (made.put(row.id(), row) != null) {
                throw new LineupException(
                        "%s holds two reconstructions of one vector.".formatted(folder),
                        "Name a folder for each method.");
            }
            labels.add(row.label());
        }
        if (labels.size() > 1) {
            throw new LineupException(
                    "%s holds reconstructions of several methods: %s."
                            .formatted(
                                    folder, String.join(", ", labels.stream().sorted().toList())),
                    "Name a folder for each method.");
        }
        Map<String, List<MatchRow>> answers = answers(matches);
        if (made.isEmpty() || made.keySet().stream().noneMatch(answers::containsKey)) {
            throw new LineupException(
                    "%s answers for none of the reconstructions in %s.".formatted(matches, folder),
                    "Name the table that 'revisage match --images %s' wrote.".formatted(folder));
        }
        return new Source(label.orElse(labels.iterator().next()), folder, made, answers);
    }

    private static Map<String, List<MatchRow>> answers(Path file) throws WorkException {
        TidyTable table = CsvTable.read("matches", MATCHES, file);
        Map<String, List<MatchRow>> answers = new TreeMap<>();
        int number = 0;
        for (List<Optional<Object>> row : table.rows()) {
            number++;
            for (int c = 0; c < MATCHES.size(); c++) {
                if (row.get(c).isEmpty() && c != 1) {
                    throw new LineupException(
                            "%s, row %d: column '%s' is empty."
                                    .formatted(file, number, MATCHES.get(c).name()),
                            "Match again, or correct the row.");
                }
            }
            var match =
                    new MatchRow(
                            text(row, 0),
                            text(row, 1),
                            ((Long) row.get(2).orElse(0L)).intValue(),
                            text(row, 3),
                            text(row, 4),
                            (Double) row.get(5).orElse(0.0));
            answers.computeIfAbsent(match.probeId(), _ -> new ArrayList<>()).add(match);
        }
        answers.values().forEach(rows -> rows.sort(Comparator.comparingInt(MatchRow::rank)));
        return answers;
    }

    private static String text(List<Optional<Object>> row, int column) {
        return row.get(column).map(Object::toString).orElse("");
    }

    /// Ids that are both reconstructed and answered for.
    List<String> ids() {
        return made.keySet().stream().filter(answers::containsKey).toList();
    }

    String person(String id) {
        Reconstruction row = made.get(id);
        return row == null ? "" : row.person();
    }

    List<MatchRow> answer(String id) {
        return answers.getOrDefault(id, List.of());
    }

    /// Place of the first right photo in the matcher's answer, 0 if there is none.
    int rank(String id) {
        String person = person(id);
        return answer(id).stream()
                .filter(r -> r.galleryPerson().equals(person))
                .mapToInt(MatchRow::rank)
                .findFirst()
                .orElse(0);
    }

    Path picture(String id) {
        Reconstruction row = made.get(id);
        return folder.resolve(row == null ? "" : row.image());
    }
}
