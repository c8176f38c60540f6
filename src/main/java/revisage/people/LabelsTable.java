package revisage.people;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `labels.csv`.
final class LabelsTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String REMEDY =
            "Correct the file: comma separated, UTF-8, with a first row that names the columns id"
                    + " and person.";

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreHeaderCase(true)
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .get();

    private LabelsTable() {}

    /// @return person by id, in the order of the rows
    static Map<String, String> read(Path file) throws WorkException {
        var people = new LinkedHashMap<String, String>();
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            try (var rows = FORMAT.parse(new StringReader(content))) {
                for (CSVRecord row : rows) {
                    add(row, file, people);
                }
            }
        } catch (CharacterCodingException _) {
            throw new PeopleException("%s is not UTF-8 text.".formatted(file), REMEDY);
        } catch (CSVException | IllegalArgumentException e) {
            throw new PeopleException(
                    "%s is no readable table (%s).".formatted(file, e.getMessage()), REMEDY);
        } catch (UncheckedIOException e) {
            throw new PeopleException(
                    "%s is no readable table (%s).".formatted(file, e.getMessage()), REMEDY);
        } catch (IOException e) {
            throw FileException.of("read the labels", file, e);
        }
        return people;
    }

    private static void add(CSVRecord row, Path file, Map<String, String> people)
            throws PeopleException {
        String where = "row %d of %s".formatted(row.getRecordNumber(), file);
        if (!row.isSet("id") || !row.isSet("person")) {
            throw new PeopleException("The %s has no id or no person.".formatted(where), REMEDY);
        }
        String id = row.get("id").replace('\\', '/');
        String person = row.get("person");
        if (id.isEmpty() || person.isEmpty()) {
            throw new PeopleException("The %s has an empty id or person.".formatted(where), REMEDY);
        }
        if (!staysInside(id)) {
            throw new PeopleException(
                    "The %s points outside of the folder.".formatted(where), REMEDY);
        }
        String before = people.putIfAbsent(id, person);
        if (before != null && !before.equals(person)) {
            throw new PeopleException(
                    "The %s gives a picture to a second person.".formatted(where),
                    "Keep one row for each picture.");
        }
    }

    private static boolean staysInside(String id) {
        try {
            Path path = Path.of(id);
            return !path.isAbsolute() && path.equals(path.normalize()) && !path.startsWith("..");
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
