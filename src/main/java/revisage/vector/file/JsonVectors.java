package revisage.vector.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import revisage.vector.Refusal;
import revisage.vector.RowCollector;
import revisage.vector.UsualNames;
import revisage.vector.VectorFileException;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds the vectors in a stream of JSON tokens.
final class JsonVectors {

    private final JsonParser parser;
    private final Refusal refusal;
    private final RowCollector rows = new RowCollector();
    private final RowNames ids = new RowNames("ids");
    private final RowNames labels = new RowNames("labels");
    private int leftOut;

    JsonVectors(JsonParser parser, Refusal refusal) {
        this.parser = parser;
        this.refusal = refusal;
    }

    /// An array of numbers that may turn out to be a vector.
    private record Found(Optional<String> id, Optional<String> label, List<float[]> vectors) {}

    /// What one object says of itself.
    private static final class Open {
        private Optional<String> id = Optional.empty();
        private Optional<String> label = Optional.empty();
        private final List<float[]> own = new ArrayList<>();
        private final List<Found> perhaps = new ArrayList<>();
        private Optional<List<String>> idList = Optional.empty();
        private Optional<List<String>> labelList = Optional.empty();
        private boolean table;
    }

    /// One value on the outermost level.
    void document(JsonToken first) throws IOException, WorkException, InterruptedException {
        switch (first) {
            case START_ARRAY -> {
                JsonToken next = parser.nextToken();
                if (isNumber(next)) {
                    add(numbers(next), Optional.empty(), Optional.empty());
                } else {
                    items(next, Optional.empty());
                }
            }
            case START_OBJECT -> object(Optional.empty(), true);
            default -> throw here("holds %s where vectors belong".formatted(first));
        }
    }

    VectorSet vectors(List<String> notices) throws VectorFileException, FileException {
        if (rows.count() == 0) {
            throw refusal.because("no vectors were found in it");
        }
        if (leftOut > 0) {
            notices.add(
                    "%,d arrays of numbers beside the vectors were left out.".formatted(leftOut));
        }
        return rows.toVectors(ids.all(notices), labels.all(notices));
    }

    /// Vectors or records, up to the end of their array.
    private void items(JsonToken first, Optional<String> label)
            throws IOException, WorkException, InterruptedException {
        for (JsonToken t = first; t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            switch (t) {
                case START_ARRAY -> add(numbers(parser.nextToken()), Optional.empty(), label);
                case START_OBJECT -> object(Optional.empty(), false);
                default -> throw here("holds %s where a vector belongs".formatted(t));
            }
        }
    }

    /// @param named the key under which the object stands
    /// @param keysAreNames keys of no usual name may be ids of vectors
    private void object(Optional<String> named, boolean keysAreNames)
            throws IOException, WorkException, InterruptedException {
        var open = new Open();
        int before = rows.count();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Optional<UsualNames> role = UsualNames.of(key);
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(Optional.of(key), role.equals(Optional.of(UsualNames.VECTOR)));
            } else if (value == JsonToken.START_ARRAY) {
                array(open, key, role);
            } else {
                scalar(open, role, value);
            }
        }
        close(open, named, keysAreNames, rows.count() > before);
    }

    private void scalar(Open open, Optional<UsualNames> role, JsonToken value)
            throws IOException, VectorFileException {
        if (role.isEmpty() || value == JsonToken.VALUE_NULL) {
            return;
        }
        switch (role.get()) {
            case ID -> open.id = open.id.isPresent() ? open.id : Optional.of(parser.getText());
            case LABEL ->
                    open.label =
                            open.label.isPresent() ? open.label : Optional.of(parser.getText());
            case VECTOR -> open.own.add(bracketed());
        }
    }

    private float[] bracketed() throws IOException, VectorFileException {
        String text = parser.getText();
        try {
            if (BracketedVector.is(text)) {
                return BracketedVector.read(text);
            }
        } catch (NumberText.Unfit e) {
            throw here("holds a component which " + e.getMessage());
        }
        throw here("has a vector that is no array of numbers");
    }

    private void array(Open open, String key, Optional<UsualNames> role)
            throws IOException, WorkException, InterruptedException {
        JsonToken first = parser.nextToken();
        boolean names = role.isPresent() && role.get() != UsualNames.VECTOR;
        boolean own = role.equals(Optional.of(UsualNames.VECTOR));
        if (first == JsonToken.START_OBJECT) {
            items(first, Optional.empty());
        } else if (first == JsonToken.START_ARRAY) {
            List<float[]> table = table();
            if (own) {
                open.own.addAll(table);
                open.table = true;
            } else {
                open.perhaps.add(new Found(Optional.empty(), Optional.of(key), table));
            }
        } else if (names || !isNumber(first)) {
            List<String> texts = texts(first);
            if (names && role.get() == UsualNames.ID) {
                open.idList = Optional.of(texts);
            } else if (names) {
                open.labelList = Optional.of(texts);
            }
        } else if (own) {
            open.own.add(numbers(first));
        } else {
            open.perhaps.add(
                    new Found(Optional.of(key), Optional.empty(), List.of(numbers(first))));
        }
    }

    private void close(Open open, Optional<String> named, boolean keysAreNames, boolean inside)
            throws WorkException {
        if (open.own.isEmpty() && keysAreNames && !inside) {
            for (Found found : open.perhaps) {
                for (float[] vector : found.vectors()) {
                    add(vector, found.id(), found.label());
                }
            }
            return;
        }
        leftOut += open.perhaps.size();
        if (open.own.size() > 1 && !open.table) {
            throw here("ends an object with several vectors");
        }
        int n = open.own.size();
        if (open.table
                && (open.idList.map(List::size).orElse(n) != n
                        || open.labelList.map(List::size).orElse(n) != n)) {
            throw here("ends an object with %,d vectors and another number of names".formatted(n));
        }
        for (int i = 0; i < n; i++) {
            int row = i;
            boolean one = !open.table;
            add(
                    open.own.get(i),
                    one ? open.id.or(() -> named) : open.idList.map(l -> l.get(row)),
                    one ? open.label : open.labelList.map(l -> l.get(row)).or(() -> open.label));
        }
    }

    private List<float[]> table() throws IOException, WorkException, InterruptedException {
        var table = new ArrayList<float[]>();
        for (JsonToken t = JsonToken.START_ARRAY;
                t != JsonToken.END_ARRAY;
                t = parser.nextToken()) {
            if (t != JsonToken.START_ARRAY) {
                throw here("holds %s where a vector belongs".formatted(t));
            }
            table.add(numbers(parser.nextToken()));
        }
        return table;
    }

    private List<String> texts(JsonToken first) throws IOException, VectorFileException {
        var texts = new ArrayList<String>();
        for (JsonToken t = first; t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            if (t == null || !t.isScalarValue()) {
                throw here("holds %s where a name belongs".formatted(t));
            }
            texts.add(parser.getText());
        }
        return texts;
    }

    private float[] numbers(JsonToken first)
            throws IOException, WorkException, InterruptedException {
        Work.pausePoint();
        float[] values = new float[Math.max(16, rows.dimension())];
        int length = 0;
        for (JsonToken t = first; t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            if (!isNumber(t)) {
                throw here("holds %s where a number belongs".formatted(t));
            }
            if (length == NumberArray.LONGEST_VECTOR) {
                throw here("holds a vector of more than %,d components".formatted(length));
            }
            if (length == values.length) {
                values = Arrays.copyOf(values, 2 * length);
            }
            values[length++] = number();
        }
        return Arrays.copyOf(values, length);
    }

    private float number() throws IOException, VectorFileException {
        float value = parser.getFloatValue();
        if (Float.isInfinite(value) && parser.getText().chars().anyMatch(Character::isDigit)) {
            throw here("holds a number which is too large for a 32-bit float");
        }
        return value;
    }

    private static boolean isNumber(JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
    }

    private void add(float[] vector, Optional<String> id, Optional<String> label)
            throws WorkException {
        if (vector.length == 0 || (rows.count() > 0 && vector.length != rows.dimension())) {
            throw here(
                    "ends a vector of %,d components, not %,d"
                            .formatted(vector.length, rows.dimension()));
        }
        rows.add(vector, vector.length);
        ids.add(id);
        labels.add(label);
    }

    private VectorFileException here(String what) {
        var at = parser.currentLocation();
        return refusal.because(
                "line %,d (column %,d) %s".formatted(at.getLineNr(), at.getColumnNr(), what));
    }
}
