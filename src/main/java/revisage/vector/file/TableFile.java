package revisage.vector.file;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import revisage.vector.LeakedFile;
import revisage.vector.Refusal;
import revisage.vector.VectorFileException;
import revisage.work.FileException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A table in text: one vector a line, between commas, semicolons, tabs or spaces.
final class TableFile {

    private static final int LOOK = 1 << 16;

    private TableFile() {}

    static LeakedFile open(Path file) throws WorkException, InterruptedException {
        var refusal = new Refusal(file, "a table of numbers (CSV)");
        String head = head(file);
        char delimiter = delimiter(head);
        try (var text =
                        new TableReader(
                                new InputStreamReader(
                                        Files.newInputStream(file),
                                        StandardCharsets.UTF_8.newDecoder()));
                CSVParser parser = CSVParser.parse(text, format(head, delimiter))) {
            return read(parser, text, new TableRows(delimiter, refusal), refusal)
                    .leaked(file, text.endsWithLineBreak());
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause() == null ? new IOException(e) : e.getCause();
            throw understood(cause, file, refusal);
        } catch (IOException e) {
            throw understood(e, file, refusal);
        }
    }

    private static TableRows read(
            CSVParser parser, TableReader text, TableRows rows, Refusal refusal)
            throws WorkException, InterruptedException {
        Iterator<CSVRecord> records = parser.iterator();
        Optional<List<String>> held = Optional.empty();
        while (records.hasNext()) {
            Work.pausePoint();
            List<String> record = cells(records.next(), rows.delimiter());
            text.recordEnded();
            if (rows.isOpen()) {
                rows.add(record, parser.getCurrentLineNumber());
            } else if (held.isEmpty()) {
                held = Optional.of(record);
            } else {
                rows.begin(held.get(), Optional.of(record));
                rows.add(record, parser.getCurrentLineNumber());
            }
        }
        if (!rows.isOpen()) {
            rows.begin(
                    held.orElseThrow(() -> refusal.because("it holds no line")), Optional.empty());
        }
        return rows;
    }

    private static List<String> cells(CSVRecord record, char delimiter) {
        return delimiter == ' '
                ? record.stream().filter(c -> !c.isEmpty()).toList() // spaces in a row are one
                : record.toList();
    }

    private static WorkException understood(IOException e, Path file, Refusal refusal) {
        return switch (e) {
            case CharacterCodingException _ ->
                    refusal.because("it is not UTF-8 text", "Save it as UTF-8.");
            case TableReader.EndlessRecord _ ->
                    refusal.because("it has " + e.getMessage() + " (is a quote missing?)", e);
            case CSVException _ -> refusal.because(String.valueOf(e.getMessage()), e);
            default ->
                    String.valueOf(e.getMessage()).contains("EOF reached")
                            ? refusal.because("a quoted cell never ends", e)
                            : FileException.of("read the vectors", file, e);
        };
    }

    private static CSVFormat format(String head, char delimiter) {
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true);
        return head.stripLeading().startsWith("#")
                ? format.setCommentMarker('#').get()
                : format.get();
    }

    /// The rarest sign first: a comma may stand inside numbers, a space inside names.
    private static char delimiter(String head) {
        String line =
                head.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
        String outside = line.replaceAll("\"[^\"]*\"?|\\[[^]]*]?", "");
        for (char sign : new char[] {'\t', ';', ','}) {
            if (outside.indexOf(sign) >= 0) {
                return sign;
            }
        }
        return outside.strip().indexOf(' ') >= 0 ? ' ' : ',';
    }

    private static String head(Path file) throws WorkException {
        try (var in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(LOOK), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw FileException.of("read the vectors", file, e);
        }
    }

    /// Names a place for the reader of the message.
    static VectorFileException at(long line, String what, Refusal refusal) {
        return refusal.because("line %,d %s".formatted(line, what));
    }
}
