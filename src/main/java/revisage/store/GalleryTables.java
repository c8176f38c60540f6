package revisage.store;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import revisage.match.Gallery;
import revisage.match.GalleryException;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The tables of a gallery folder.
final class GalleryTables {

    private static final CSVFormat FACES = format("id", "person", "pixels_sha256", "picture_end");
    private static final CSVFormat EXCLUDED = format("id", "person", "reason");

    private GalleryTables() {}

    private static CSVFormat format(String... columns) {
        return CSVFormat.RFC4180
                .builder()
                .setHeader(columns)
                .setSkipHeaderRecord(true)
                .setRecordSeparator('\n')
                .get();
    }

    private static CSVFormat withHeader(CSVFormat format) {
        return format.builder().setSkipHeaderRecord(false).get();
    }

    static void writeFaces(StoredGallery stored, Path file) throws IOException {
        Gallery gallery = stored.gallery();
        try (var out = Files.newBufferedWriter(file);
                var csv = withHeader(FACES).print(out)) {
            for (int i = 0; i < gallery.size(); i++) {
                int row = i;
                String end = stored.pictures().map(p -> Long.toString(p.end(row))).orElse("");
                csv.printRecord(gallery.id(i), gallery.person(i), gallery.pixels(i), end);
            }
        }
    }

    static void writeExcluded(List<StoredGallery.Excluded> excluded, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file);
                var csv = withHeader(EXCLUDED).print(out)) {
            for (var picture : excluded) {
                csv.printRecord(picture.id(), picture.person(), picture.reason());
            }
        }
    }

    static List<StoredGallery.Excluded> readExcluded(Path file) throws WorkException {
        var excluded = new ArrayList<StoredGallery.Excluded>();
        each(
                file,
                EXCLUDED,
                row ->
                        excluded.add(
                                new StoredGallery.Excluded(row.get(0), row.get(1), row.get(2))));
        return excluded;
    }

    static Faces readFaces(Path file) throws WorkException {
        var faces = new Faces();
        each(file, FACES, faces::add);
        return faces;
    }

    private interface Row {
        void read(CSVRecord row);
    }

    private static void each(Path file, CSVFormat format, Row reader) throws WorkException {
        try (var in = Files.newBufferedReader(file);
                var csv = CSVParser.parse(in, format)) {
            for (CSVRecord row : csv) {
                if (row.size() != format.getHeader().length) {
                    throw new GalleryException(
                            "%s, line %d: %d columns instead of %d."
                                    .formatted(
                                            file,
                                            csv.getCurrentLineNumber(),
                                            row.size(),
                                            format.getHeader().length),
                            "Enrol again.");
                }
                reader.read(row);
            }
        } catch (IOException e) {
            throw FileException.of("read the gallery", file, e);
        } catch (java.io.UncheckedIOException | NumberFormatException e) {
            throw new GalleryException(
                    "%s cannot be read: %s.".formatted(file, e.getMessage()), "Enrol again.", e);
        }
    }

    /// Columns of `faces.csv`.
    static final class Faces {

        private final List<String> ids = new ArrayList<>();
        private final List<String> people = new ArrayList<>();
        private final List<String> pixels = new ArrayList<>();
        private long[] ends = new long[64];

        private void add(CSVRecord row) {
            if (ids.size() == ends.length) {
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            ends[ids.size()] = row.get(3).isEmpty() ? 0 : Long.parseLong(row.get(3));
            ids.add(row.get(0));
            // A gallery has many pictures a person: keep each name once.
            boolean same = !people.isEmpty() && people.getLast().equals(row.get(1));
            people.add(same ? people.getLast() : row.get(1));
            pixels.add(row.get(2));
        }

        List<String> ids() {
            return ids;
        }

        List<String> people() {
            return people;
        }

        List<String> pixels() {
            return pixels;
        }

        long[] ends() {
            return Arrays.copyOf(ends, ids.size());
        }
    }
}
