package revisage.vector.file;

import revisage.vector.Refusal;
import revisage.vector.UsualNames;
import revisage.vector.VectorFileException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What each column of a table holds, told by the header where there is one and by the first rows.
///
/// @param header the first record names the columns
/// @param roles one a column
record TableColumns(boolean header, List<Role> roles) {

    TableColumns {
        roles = List.copyOf(roles);
    }

    /// What a column is for.
    enum Role {
        /// One number of the vector.
        COMPONENT,
        /// The whole vector in brackets.
        VECTOR,
        ID,
        LABEL,
        /// Whole numbers counting the rows.
        ROW_NUMBER,
        /// Words under no usual name: an id or a label, as will be seen.
        WORDS,
        IGNORED
    }

    /// @param first the first record
    /// @param second the next one, if there is one
    static TableColumns of(
            List<String> first,
            Optional<List<String>> second,
            List<String> notices,
            Refusal refusal)
            throws VectorFileException {
        boolean header = isHeader(first, second);
        if (header && second.isEmpty()) {
            throw refusal.because("it has a header and no rows");
        }
        List<String> row = header ? second.orElse(List.of()) : first;
        if (row.size() != first.size()) {
            throw refusal.because(
                    "line 1 has %d columns and line 2 has %d".formatted(first.size(), row.size()));
        }
        List<Role> roles = new ArrayList<>();
        for (int c = 0; c < row.size(); c++) {
            Optional<String> name = header ? Optional.of(first.get(c)) : Optional.empty();
            roles.add(role(name, row.get(c), c, roles));
        }
        if (!header && second.isPresent() && countsRows(first, second.get(), roles)) {
            roles.set(0, Role.ROW_NUMBER);
        }
        if (roles.contains(Role.ROW_NUMBER)) {
            notices.add("The first column was taken as row numbers, not as part of the vector.");
        }
        settle(roles, first, header, notices, refusal);
        return new TableColumns(header, roles);
    }

    int count(Role role) {
        return Collections.frequency(roles, role);
    }

    private static boolean isHeader(List<String> first, Optional<List<String>> second) {
        if (first.stream().anyMatch(c -> BracketedVector.is(c) || NumberText.isFraction(c))) {
            return false;
        }
        List<String> numbers =
                first.stream().filter(c -> !c.isBlank() && NumberText.isMeant(c)).toList();
        if (numbers.isEmpty()) {
            return true;
        }
        if (numbers.size() > 1 && (counts(numbers, 0) || counts(numbers, 1))) {
            return true;
        }
        List<String> row = second.orElse(List.of());
        for (int c = 0; c < Math.min(first.size(), row.size()); c++) {
            boolean word = !first.get(c).isBlank() && !NumberText.isMeant(first.get(c));
            if (word && !row.get(c).isBlank() && NumberText.isMeant(row.get(c))) {
                return true;
            }
        }
        return false;
    }

    private static boolean counts(List<String> numbers, int from) {
        for (int i = 0; i < numbers.size(); i++) {
            if (!numbers.get(i).strip().equals(Integer.toString(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static Role role(Optional<String> name, String cell, int column, List<Role> before) {
        if (BracketedVector.is(cell)) {
            return before.contains(Role.VECTOR) ? Role.IGNORED : Role.VECTOR;
        }
        Optional<UsualNames> usual = name.flatMap(UsualNames::of);
        boolean axis =
                name.orElse("").strip().length() == 1 && NumberText.isFraction(cell); // x, y, z
        if (usual.isPresent() && usual.get() != UsualNames.VECTOR && !axis) {
            Role role = usual.get() == UsualNames.ID ? Role.ID : Role.LABEL;
            return before.contains(role) ? Role.IGNORED : role;
        }
        if (column == 0
                && name.isPresent()
                && isIndexName(name.get())
                && NumberText.isWhole(cell)) {
            return Role.ROW_NUMBER;
        }
        return cell.isBlank() || NumberText.isMeant(cell) ? Role.COMPONENT : Role.WORDS;
    }

    private static boolean isIndexName(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() || plain.startsWith("unnamed:") || plain.equals("#");
    }

    private static boolean countsRows(List<String> first, List<String> second, List<Role> roles) {
        return roles.size() > 2
                && roles.getFirst() == Role.COMPONENT
                && (counts(List.of(first.getFirst(), second.getFirst()), 0)
                        || counts(List.of(first.getFirst(), second.getFirst()), 1))
                && first.stream().anyMatch(NumberText::isFraction);
    }

    private static void settle(
            List<Role> roles,
            List<String> first,
            boolean header,
            List<String> notices,
            Refusal refusal)
            throws VectorFileException {
        if (roles.contains(Role.VECTOR)) {
            roles.replaceAll(r -> r == Role.COMPONENT ? Role.IGNORED : r);
        } else if (!roles.contains(Role.COMPONENT)) {
            throw refusal.because("line %d holds no numbers".formatted(header ? 2 : 1));
        }
        int from = roles.indexOf(Role.COMPONENT);
        int to = roles.lastIndexOf(Role.COMPONENT);
        int words = 0;
        for (int c = 0; c < roles.size(); c++) {
            if (roles.get(c) != Role.WORDS) {
                continue;
            }
            if (c > from && c < to) {
                throw refusal.because(
                        "line %d, column %d is no number, though numbers stand on both sides"
                                .formatted(header ? 2 : 1, c + 1));
            }
            if (++words > 2 || (roles.contains(Role.ID) && roles.contains(Role.LABEL))) {
                roles.set(c, Role.IGNORED);
            }
        }
        for (int c = 0; c < roles.size(); c++) {
            if (roles.get(c) == Role.IGNORED) {
                notices.add(
                        header
                                ? "The column \"%s\" was left out.".formatted(first.get(c))
                                : "Column %d was left out.".formatted(c + 1));
            }
        }
    }
}
