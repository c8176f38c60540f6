package revisage.vector.file;

import revisage.vector.LeakedFile;
import revisage.vector.NumberType;
import revisage.vector.Refusal;
import revisage.vector.UsualNames;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;
import revisage.work.Work;
import revisage.work.WorkException;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Several named arrays in one file: which holds the vectors, which the names.
final class NamedArrays {

    private NamedArrays() {}

    /// One array as its header says.
    record Candidate(String name, List<Long> shape, boolean holdsNumbers) {
        Candidate {
            shape = List.copyOf(shape);
        }

        private boolean isTable() {
            return holdsNumbers && shape.size() == 2;
        }
    }

    /// The only table of numbers, or the only one with a usual name.
    static String choose(List<Candidate> all, Refusal refusal) throws VectorFileException {
        List<Candidate> tables = all.stream().filter(Candidate::isTable).toList();
        if (tables.isEmpty()) {
            tables = all.stream().filter(Candidate::holdsNumbers).toList();
        }
        if (tables.size() > 1) {
            List<Candidate> usual =
                    tables.stream().filter(c -> UsualNames.of(c.name()).equals(VECTOR)).toList();
            tables = usual.isEmpty() ? tables : usual;
        }
        if (tables.size() != 1) {
            String names = String.join(", ", all.stream().map(Candidate::name).limit(20).toList());
            throw refusal.because(
                    tables.isEmpty()
                            ? "none of its arrays (%s) holds numbers".formatted(names)
                            : "several of its arrays (%s) could be the vectors".formatted(names),
                    "Save the vectors under the name \"vectors\", with \"ids\" and \"labels\""
                            + " beside them.");
        }
        return tables.getFirst().name();
    }

    private static final Optional<UsualNames> VECTOR = Optional.of(UsualNames.VECTOR);

    /// True for the usual names of ids and labels.
    static boolean mayName(String array) {
        return UsualNames.of(array).filter(r -> r != UsualNames.VECTOR).isPresent();
    }

    /// Joins vectors with their names.
    ///
    /// @param names texts by array name, of any length
    static LeakedFile leaked(
            Path file,
            String format,
            String stored,
            NumberArray array,
            Map<String, List<String>> names,
            List<String> notices,
            Refusal refusal)
            throws WorkException, InterruptedException {
        NumberArray.Size size = array.size(new ArrayList<>(), refusal);
        Optional<List<String>> ids = Optional.empty();
        Optional<List<String>> labels = Optional.empty();
        for (Map.Entry<String, List<String>> entry : names.entrySet()) {
            if (entry.getValue().size() != size.count()) {
                throw refusal.because(
                        "\"%s\" names %,d of %,d vectors"
                                .formatted(entry.getKey(), entry.getValue().size(), size.count()),
                        "Save as many names as vectors, in the same order.");
            }
            if (UsualNames.of(entry.getKey()).equals(Optional.of(UsualNames.ID))) {
                ids = ids.isPresent() ? ids : Optional.of(entry.getValue());
            } else {
                labels = labels.isPresent() ? labels : Optional.of(entry.getValue());
            }
        }
        var vectors =
                new VectorSet(
                        array.floats(notices, refusal),
                        size.count(),
                        size.dimension(),
                        ids,
                        labels);
        return new LeakedFile(file, format, stored, notices, vectors);
    }

    /// NumPy's texts of fixed room, filled up with zeros.
    static List<String> texts(NpyType.Texts type, long count, MemorySegment data, Refusal refusal)
            throws VectorFileException, InterruptedException {
        var texts = new ArrayList<String>();
        int bytes = Math.toIntExact(type.bytes());
        for (long i = 0; i < count; i++) {
            Work.pausePoint();
            byte[] room = data.asSlice(i * bytes, bytes).toArray(ValueLayout.JAVA_BYTE);
            if (!type.wide()) {
                texts.add(new String(room, StandardCharsets.UTF_8).replaceAll("\u0000+$", ""));
                continue;
            }
            var text = new StringBuilder();
            for (int at = 0; at < bytes; at += 4) {
                int point =
                        (int)
                                (long)
                                        NumberType.U32.read(
                                                MemorySegment.ofArray(room), at, type.order());
                if (!Character.isValidCodePoint(point)) {
                    throw refusal.because("text %d is no Unicode".formatted(i));
                }
                text.appendCodePoint(point);
            }
            texts.add(text.toString().replaceAll("\u0000+$", ""));
        }
        return texts;
    }

    /// Numbers as names: whole ones without a point.
    static List<String> numbers(NumberType type, ByteOrder order, long count, MemorySegment data)
            throws InterruptedException {
        var texts = new ArrayList<String>();
        for (long i = 0; i < count; i++) {
            Work.pausePoint();
            double value = type.read(data, i * type.bytes(), order);
            texts.add(
                    type.isFloating() && value != Math.rint(value)
                            ? Double.toString(value)
                            : String.format(Locale.ROOT, "%.0f", value));
        }
        return texts;
    }
}
