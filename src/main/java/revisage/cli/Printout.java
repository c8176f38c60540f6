package revisage.cli;

import java.util.Locale;

/// A result as a person reads it, bit by bit; numbers have points in every language.
final class Printout {

    private final StringBuilder text = new StringBuilder();

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    void add(String format, Object... values) {
        text.append(format(format, values));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /// To be added to.
    StringBuilder text() {
        return text;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
