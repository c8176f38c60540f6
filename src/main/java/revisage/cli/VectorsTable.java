package revisage.cli;

import revisage.vector.LeakedFile;
import revisage.vector.VectorHealth;
import revisage.vector.VectorHealth.People;
import revisage.vector.VectorHealth.Spread;
import revisage.vector.VectorSet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What `vectors show` says to a person.
record VectorsTable(LeakedFile leaked, VectorHealth health) {

    private static final int LONGEST_ID = 60;

    String text() {
        VectorSet vectors = leaked.vectors();
        var table = new StringBuilder(leaked.file() + "\n");
        row(table, "Format", leaked.format());
        row(
                table,
                "Numbers",
                leaked.numbers() + (vectors.values().isMapped() ? ", used from the file" : ""));
        row(table, "Vectors", count(health.count()));
        row(table, "Dimension", count(health.dimension()));
        row(
                table,
                "Length",
                health.norms().map(this::length).orElse("none is finite and not zero"));
        row(table, "Components", health.values().map(VectorsTable::components).orElse("-"));
        row(
                table,
                "Not finite",
                flawed(health.notFinite(), health.firstNotFinite(), "NaN or infinite"));
        row(table, "Zero", flawed(health.zero(), health.firstZero(), "all zero"));
        row(table, "Duplicates", duplicates());
        if (health.constantDimensions() > 0) {
            row(
                    table,
                    "Constant",
                    "%s of %s dimensions never change"
                            .formatted(
                                    count(health.constantDimensions()), count(health.dimension())));
        }
        row(table, "Ids", vectors.ids().map(VectorsTable::ids).orElse("none"));
        row(table, "Labels", health.people().map(VectorsTable::people).orElse("none"));
        leaked.notices().forEach(n -> row(table, "Note", n));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append("  %-12s %s\n".formatted(name, value));
    }

    private String length(Spread norms) {
        return String.format(
                        Locale.ROOT,
                        "%s to %s, mean %s",
                        number(norms.least()),
                        number(norms.most()),
                        number(norms.mean()))
                + (health.unitLength() ? " (unit length)" : " (not unit length)");
    }

    private static String components(Spread values) {
        return "%s to %s, mean %s"
                .formatted(number(values.least()), number(values.most()), number(values.mean()));
    }

    private String flawed(int count, Optional<Integer> first, String what) {
        return first.map(row -> "%s %s, the first is %s".formatted(vectors(count), what, name(row)))
                .orElse("none");
    }

    private String duplicates() {
        return health.firstDuplicate()
                .map(
                        row ->
                                "%s the same as an earlier one, the first is %s%s"
                                        .formatted(
                                                vectors(health.duplicates()),
                                                name(row),
                                                health.duplicatesAcrossPeople() > 0
                                                        ? "; %s under another label"
                                                                .formatted(
                                                                        count(
                                                                                health
                                                                                        .duplicatesAcrossPeople()))
                                                        : ""))
                .orElse("none");
    }

    private String name(int row) {
        return leaked.vectors()
                .ids()
                .map(ids -> "row %s (%s)".formatted(count(row), shown(ids.get(row))))
                .orElseGet(() -> "row " + count(row));
    }

    private static String ids(List<String> ids) {
        return ids.stream().distinct().count() == ids.size()
                ? "yes, the first is %s".formatted(shown(ids.getFirst()))
                : "yes, but some repeat; the first is %s".formatted(shown(ids.getFirst()));
    }

    private static String people(People people) {
        Spread each = people.vectorsEach();
        String vectors =
                each.least() == each.most()
                        ? vectors((int) each.most()) + " each"
                        : String.format(
                                Locale.ROOT,
                                "%.0f to %,.0f vectors each, mean %.1f, %,d with one",
                                each.least(),
                                each.most(),
                                each.mean(),
                                people.withOne());
        return "%s, %s"
                .formatted(
                        people.count() == 1 ? "1 person" : count(people.count()) + " people",
                        vectors);
    }

    private static String shown(String id) {
        String line = id.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() > LONGEST_ID ? line.substring(0, LONGEST_ID) + "…" : line;
    }

    private static String vectors(int count) {
        return count == 1 ? "1 vector" : count(count) + " vectors";
    }

    private static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
