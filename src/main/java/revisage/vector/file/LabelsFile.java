package revisage.vector.file;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ids and labels beside a vector file that has no room for them: `FILE.labels.csv` with the
/// columns `id` and `label`, one line a vector in the same order.
final class LabelsFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').setIgnoreEmptyLines(false).get();

    private LabelsFile() {}

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".labels.csv");
    }

    /// The same file with names from the file beside it, if there is one and they were missing.
    static LeakedFile joined(LeakedFile leaked) throws WorkException, InterruptedException {
        Path beside = beside(leaked.file());
        VectorSet bare = leaked.vectors();
        if (bare.ids().isPresent() || bare.labels().isPresent() || !Files.isRegularFile(beside)) {
            return leaked;
        }
        var refusal = new Refusal(beside, "the ids and labels of " + leaked.file().getFileName());
        try (var parser = CSVParser.parse(beside, StandardCharsets.UTF_8, FORMAT)) {
            return join(leaked, parser, refusal);
        } catch (UncheckedIOException e) {
            throw refusal.because("it cannot be read (%s)".formatted(e.getMessage()), e);
        } catch (IOException e) {
            throw FileException.of("read the labels", beside, e);
        }
    }

    private static LeakedFile join(LeakedFile leaked, CSVParser parser, Refusal refusal)
            throws WorkException, InterruptedException {
        VectorSet bare = leaked.vectors();
        List<String> header = List.of();
        var ids = new ArrayList<String>();
        var labels = new ArrayList<String>();
        for (CSVRecord record : parser) {
            Work.pausePoint();
            if (header.isEmpty()) {
                header = record.toList();
                if (!List.of("id", "label").containsAll(header)) {
                    throw refusal.because("its columns are not id and label");
                }
                continue;
            }
            if (record.size() != header.size()) {
                throw TableFile.at(
                        parser.getCurrentLineNumber(),
                        "has %d columns, not %d".formatted(record.size(), header.size()),
                        refusal);
            }
            for (int c = 0; c < header.size(); c++) {
                (header.get(c).equals("id") ? ids : labels).add(record.get(c));
            }
        }
        for (List<String> names : List.of(ids, labels)) {
            if (!names.isEmpty() && names.size() != bare.count()) {
                throw refusal.because(
                        "it names %,d of %,d vectors".formatted(names.size(), bare.count()),
                        "Write it again in the order of the vectors, or move it away.");
            }
        }
        var notices = new ArrayList<>(leaked.notices());
        notices.add("Ids and labels are from %s.".formatted(refusal.file().getFileName()));
        var named =
                new VectorSet(
                        bare.values(),
                        bare.count(),
                        bare.dimension(),
                        ids.isEmpty() ? Optional.empty() : Optional.of(ids),
                        labels.isEmpty() ? Optional.empty() : Optional.of(labels));
        return new LeakedFile(leaked.file(), leaked.format(), leaked.numbers(), notices, named);
    }

    static void write(VectorSet vectors, Path half) throws IOException, InterruptedException {
        List<List<String>> columns = new ArrayList<>();
        List<String> header = new ArrayList<>();
        vectors.ids().ifPresent(ids -> columns.add(ids));
        vectors.ids().ifPresent(_ -> header.add("id"));
        vectors.labels().ifPresent(labels -> columns.add(labels));
        vectors.labels().ifPresent(_ -> header.add("label"));
        try (var out = Files.newBufferedWriter(half);
                var printer = new CSVPrinter(out, FORMAT)) {
            printer.printRecord(header);
            for (int i = 0; i < vectors.count(); i++) {
                Work.pausePoint();
                for (List<String> column : columns) {
                    printer.print(column.get(i));
                }
                printer.println();
            }
        }
    }
}
