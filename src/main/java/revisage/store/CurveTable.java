package revisage.store;

import revisage.table.WholeCsv;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `curve.csv`: what each budget of queries bought, a row a budget, K and way of counting.
public final class CurveTable {

    private CurveTable() {}

    /// @param budget queries a target, at most
    /// @param queries spent, mean
    /// @param cosine under the attacked extractor, mean
    /// @param matcherCosine under the matcher, mean
    /// @param counting `pictures` or `people`: what `k` counts
    /// @param low 95 % interval of `tpr`
    /// @param high 95 % interval of `tpr`
    /// @param photoTpr of the source photos
    /// @param photoEquivalence `tpr` over `photoTpr`
    public record Row(
            int budget,
            double queries,
            double cosine,
            double matcherCosine,
            String counting,
            int k,
            int n,
            double tpr,
            double low,
            double high,
            double chance,
            Optional<Double> photoTpr,
            Optional<Double> photoEquivalence) {}

    /// Whole or not at all.
    public static void write(List<Row> rows, Path file) throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the curve",
                file,
                List.of(
                        "budget",
                        "queries",
                        "cosine",
                        "matcher_cosine",
                        "counting",
                        "k",
                        "n",
                        "tpr",
                        "low",
                        "high",
                        "chance",
                        "photo_tpr",
                        "photo_equivalence"),
                csv -> {
                    for (Row row : rows) {
                        csv.printRecord(
                                row.budget(),
                                number(row.queries()),
                                number(row.cosine()),
                                number(row.matcherCosine()),
                                row.counting(),
                                row.k(),
                                row.n(),
                                number(row.tpr()),
                                number(row.low()),
                                number(row.high()),
                                number(row.chance()),
                                row.photoTpr().map(CurveTable::number).orElse(""),
                                row.photoEquivalence().map(CurveTable::number).orElse(""));
                    }
                });
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
