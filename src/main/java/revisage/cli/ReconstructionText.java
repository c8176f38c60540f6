package revisage.cli;

import revisage.extract.Extractor;
import revisage.reconstruct.Findings;
import revisage.reconstruct.ReconstructorSpec;
import revisage.store.ContactSheet;
import revisage.store.Reconstruction;
import revisage.study.ReconstructionRun;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// What `revisage reconstruct` says at its end.
///
/// @param notices of the vector file
record ReconstructionText(
        ReconstructionRun.Result result,
        ReconstructorSpec spec,
        Extractor extractor,
        List<String> notices,
        Path out) {

    Answer answer() {
        List<Reconstruction> rows = result.rows();
        double cosine = rows.stream().mapToDouble(Reconstruction::cosine).average().orElse(0);
        double queries = rows.stream().mapToLong(Reconstruction::queries).average().orElse(0);
        double rate = result.seconds() > 0 ? result.asked() / result.seconds() : 0;
        var json =
                new ReconstructVerb.Rebuilt(
                        out.toString(),
                        ReconstructVerb.table(out),
                        spec.method(),
                        spec.search(),
                        rows.size(),
                        result.resumed(),
                        cosine,
                        median(rows),
                        queries,
                        result.asked(),
                        rate,
                        result.seconds(),
                        extractor.card().name(),
                        extractor.card().sha256(),
                        extractor.device(),
                        notices,
                        rows);
        return new Answer(text(json), json);
    }

    private static double median(List<Reconstruction> rows) {
        double[] sorted = rows.stream().mapToDouble(Reconstruction::cosine).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private String text(ReconstructVerb.Rebuilt found) {
        var text = new StringBuilder();
        notices.forEach(n -> text.append("Note: ").append(n).append('\n'));
        result.notes().forEach(n -> text.append("Note: ").append(n).append('\n'));
        text.append(
                String.format(
                        Locale.ROOT,
                        "Reconstructed %,d faces by %s%s from vectors of %s (%s).%n",
                        found.targets(),
                        found.method(),
                        found.search().isEmpty() ? "" : " " + found.search(),
                        found.extractor(),
                        found.device()));
        if (found.takenOver() > 0) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %,d of them were done by an earlier run.%n",
                            found.takenOver()));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "  cosine    mean %.3f, median %.3f (8-bit pictures under the attacked"
                                + " extractor)%n",
                        found.meanCosine(),
                        found.medianCosine()));
        text.append(
                String.format(
                        Locale.ROOT,
                        "  queries   %,.1f a target%s%n",
                        found.meanQueries(),
                        found.queriesAskedNow() == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        ", %,.0f a second in %.1f s",
                                        found.queriesASecond(),
                                        found.seconds())));
        if (found.queriesAskedNow() > 0 || found.meanQueries() > 0) {
            text.append(String.format(Locale.ROOT, "  searches  %s%n", endings()));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "Pictures and %s are in %s.%n",
                        Path.of(found.table()).getFileName(),
                        out));
        return text.append(ContactSheet.ESTIMATES).toString();
    }

    private String endings() {
        var words = new StringBuilder();
        for (Findings.Ending ending : Findings.Ending.values()) {
            int count = Collections.frequency(result.endings(), ending);
            if (count > 0) {
                words.append(words.isEmpty() ? "" : ", ").append(count).append(' ');
                words.append(
                        switch (ending) {
                            case REACHED -> "reached the cosine asked for";
                            case PLATEAU -> "ended on a plateau";
                            case BUDGET -> "spent their budget";
                        });
            }
        }
        return words.toString();
    }
}
