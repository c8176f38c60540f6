package revisage.table;

/// One variable of a tidy table.
///
/// @param name lower case, words joined by `_`
/// @param meaning one sentence for the dictionary
/// @param unit or the values it takes; may be empty
public record Column(String name, Kind kind, String meaning, String unit) {

    /// What its values are.
    public enum Kind {
        /// `String`.
        TEXT,

        /// `Long`.
        WHOLE,

        /// `Double`, finite.
        REAL,

        /// `Boolean`.
        TRUTH
    }

    public Column {
        if (!name.matches("[a-z][a-z0-9_]*") || meaning.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name and a meaning: " + name);
        }
    }

    boolean takes(Object value) {
        return switch (kind) {
            case TEXT -> value instanceof String;
            case WHOLE -> value instanceof Long;
            case REAL -> value instanceof Double d && Double.isFinite(d);
            case TRUTH -> value instanceof Boolean;
        };
    }
}
