package revisage.store;

import revisage.table.WholeCsv;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes `rates.csv`, `matches.csv` and lists of excluded pictures, whole or not at all. Shares
/// have six decimals, points everywhere.
public final class ResultTables {

    private ResultTables() {}

    /// Columns: matcher, method, type, k, n, tpr, fpr, no_match, low, high, chance, probes,
    /// counting, photo_tpr, photo_equivalence, lift, same_model.
    public static void writeRates(List<RateRow> rows, Path file)
            throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the rates",
                file,
                List.of(
                        "matcher",
                        "method",
                        "type",
                        "k",
                        "n",
                        "tpr",
                        "fpr",
                        "no_match",
                        "low",
                        "high",
                        "chance",
                        "probes",
                        "counting",
                        "photo_tpr",
                        "photo_equivalence",
                        "lift",
                        "same_model"),
                csv -> {
                    for (RateRow r : rows) {
                        csv.printRecord(
                                r.matcher(),
                                r.method(),
                                r.type(),
                                r.k(),
                                r.n(),
                                share(r.tpr()),
                                share(r.fpr()),
                                share(r.noMatch()),
                                share(r.low()),
                                share(r.high()),
                                share(r.chance()),
                                r.probes(),
                                r.counting(),
                                share(r.photoTpr()),
                                share(r.photoEquivalence()),
                                share(r.lift()),
                                r.sameModel());
                    }
                });
    }

    /// Columns: probe_id, probe_person, rank, gallery_id, gallery_person, score, matcher.
    ///
    /// @param matcher who gave the scores, in every row: a simulator is called one
    public static void writeMatches(List<MatchRow> rows, String matcher, Path file)
            throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the matches",
                file,
                List.of(
                        "probe_id",
                        "probe_person",
                        "rank",
                        "gallery_id",
                        "gallery_person",
                        "score",
                        "matcher"),
                csv -> {
                    for (MatchRow r : rows) {
                        csv.printRecord(
                                r.probeId(),
                                r.probePerson(),
                                r.rank(),
                                r.galleryId(),
                                r.galleryPerson(),
                                share(r.score()),
                                matcher);
                    }
                });
    }

    /// Table II of the seed study for one K: whom false matches fall on.
    ///
    /// @param repeated first reading: share on people who attract two or more
    /// @param top second reading: share on the one who attracts most
    /// @param evenness 1 if each is on another person, 0 if all are on one
    public record RepeatedRow(
            String matcher,
            String method,
            int k,
            int falseMatches,
            double repeated,
            double top,
            double evenness) {}

    /// Columns: matcher, method, k, false_matches, repeated_share, top_share, evenness.
    public static void writeRepeated(List<RepeatedRow> rows, Path file)
            throws WorkException, InterruptedException {
        WholeCsv.write(
                "write whom false matches fall on",
                file,
                List.of(
                        "matcher",
                        "method",
                        "k",
                        "false_matches",
                        "repeated_share",
                        "top_share",
                        "evenness"),
                csv -> {
                    for (RepeatedRow r : rows) {
                        csv.printRecord(
                                r.matcher(),
                                r.method(),
                                r.k(),
                                r.falseMatches(),
                                share(r.repeated()),
                                share(r.top()),
                                share(r.evenness()));
                    }
                });
    }

    /// Pictures that could not be used. Columns: id, person, reason.
    public static void writeExcluded(List<StoredGallery.Excluded> rows, Path file)
            throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the list of pictures that could not be used",
                file,
                List.of("id", "person", "reason"),
                csv -> {
                    for (StoredGallery.Excluded r : rows) {
                        csv.printRecord(r.id(), r.person(), r.reason());
                    }
                });
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private static String share(Optional<Double> value) {
        return value.map(ResultTables::share).orElse("");
    }
}
