package revisage.vector.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The little of Python's literals that a `.npy` header may hold. Nothing is evaluated.
sealed interface PythonLiteral {

    /// In single or double quotes.
    record Text(String text) implements PythonLiteral {}

    /// `True` or `False`.
    record Truth(boolean isTrue) implements PythonLiteral {}

    /// A whole number of 0 or more.
    record Whole(long value) implements PythonLiteral {}

    /// A tuple or list.
    record Sequence(List<PythonLiteral> items) implements PythonLiteral {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// A dictionary with text keys.
    record Dictionary(Map<String, PythonLiteral> entries) implements PythonLiteral {
        public Dictionary {
            entries = Map.copyOf(entries);
        }
    }

    /// Empty if the text is anything else.
    static Optional<PythonLiteral> parse(String text) {
        var reader = new Reader(text);
        try {
            PythonLiteral value = reader.value(0);
            reader.skipSpace();
            return reader.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (NotOne _) {
            return Optional.empty();
        }
    }

    /// Leaves the descent; never seen outside.
    final class NotOne extends Exception {
        private static final long serialVersionUID = 1;

        private NotOne() {
            super(null, null, false, false);
        }
    }

    /// A recursive descent over the text.
    final class Reader {

        private static final int DEEPEST = 6;

        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private PythonLiteral value(int depth) throws NotOne {
            if (depth > DEEPEST) {
                throw new NotOne();
            }
            skipSpace();
            char next = peek();
            if (next == '{') {
                return dictionary(depth);
            }
            if (next == '(' || next == '[') {
                return sequence(depth);
            }
            if (next == '\'' || next == '"') {
                return new Text(quoted());
            }
            if (next >= '0' && next <= '9') {
                return new Whole(whole());
            }
            if (taken("True")) {
                return new Truth(true);
            }
            if (taken("False")) {
                return new Truth(false);
            }
            throw new NotOne();
        }

        private Dictionary dictionary(int depth) throws NotOne {
            var entries = new LinkedHashMap<String, PythonLiteral>();
            at++;
            for (skipSpace(); !taken("}"); skipSpace()) {
                String key = quoted();
                skipSpace();
                need(":");
                if (entries.put(key, value(depth + 1)) != null) {
                    throw new NotOne();
                }
                skipSpace();
                if (!taken(",") && peek() != '}') {
                    throw new NotOne();
                }
            }
            return new Dictionary(entries);
        }

        private Sequence sequence(int depth) throws NotOne {
            String close = peek() == '(' ? ")" : "]";
            var items = new ArrayList<PythonLiteral>();
            at++;
            for (skipSpace(); !taken(close); skipSpace()) {
                items.add(value(depth + 1));
                skipSpace();
                if (!taken(",") && peek() != close.charAt(0)) {
                    throw new NotOne();
                }
            }
            return new Sequence(items);
        }

        private String quoted() throws NotOne {
            char quote = peek();
            int end = text.indexOf(quote, at + 1);
            if ((quote != '\'' && quote != '"') || end < 0) {
                throw new NotOne();
            }
            String inside = text.substring(at + 1, end);
            if (inside.indexOf('\\') >= 0) {
                throw new NotOne();
            }
            at = end + 1;
            return inside;
        }

        private long whole() throws NotOne {
            int from = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            try {
                long value = Long.parseLong(text, from, at, 10);
                taken("L"); // Python 2 wrote long numbers so
                return value;
            } catch (NumberFormatException _) {
                throw new NotOne();
            }
        }

        private char peek() throws NotOne {
            if (at >= text.length()) {
                throw new NotOne();
            }
            return text.charAt(at);
        }

        private void need(String sign) throws NotOne {
            if (!taken(sign)) {
                throw new NotOne();
            }
        }

        private boolean taken(String sign) {
            boolean here = text.startsWith(sign, at);
            at += here ? sign.length() : 0;
            return here;
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
