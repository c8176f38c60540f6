package revisage.work;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a checkpoint holds: named arrays and words, at most 2 GiB together.
///
/// The accessors give copies and throw `IllegalArgumentException` for a name that is not there or
/// is of another kind: a checkpoint is read by the code that wrote it (see `store.Checkpoint` for
/// how others are refused).
public final class Kept {

    private final SortedMap<String, Object> entries;

    private Kept(SortedMap<String, Object> entries) {
        this.entries = entries;
    }

    /// Nothing yet.
    public static Kept nothing() {
        return new Kept(Collections.emptySortedMap());
    }

    /// This and one more.
    public Kept with(String name, double[] values) {
        return and(name, values.clone());
    }

    /// This and one more.
    public Kept with(String name, float[] values) {
        return and(name, values.clone());
    }

    /// This and one more.
    public Kept with(String name, long[] values) {
        return and(name, values.clone());
    }

    /// This and one more.
    public Kept with(String name, byte[] values) {
        return and(name, values.clone());
    }

    /// This and one more: a word, or a small JSON document.
    public Kept with(String name, String text) {
        return and(name, text);
    }

    /// This and one more, an array of a known kind or a text.
    public Kept and(String name, Object value) {
        var more = new TreeMap<>(entries);
        if (more.put(name, value) != null) {
            throw new IllegalArgumentException("kept twice: " + name);
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > 255) {
            throw new IllegalArgumentException("too long a name: " + name);
        }
        return new Kept(more);
    }

    /// This and all of another, with a word before their names.
    public Kept with(String prefix, Kept other) {
        Kept more = this;
        for (Map.Entry<String, Object> e : other.entries.entrySet()) {
            more = more.and(prefix + e.getKey(), e.getValue());
        }
        return more;
    }

    /// What [#with(String, Kept)] took in.
    public Kept part(String prefix) {
        Kept part = nothing();
        for (Map.Entry<String, Object> e : entries.tailMap(prefix).entrySet()) {
            if (!e.getKey().startsWith(prefix)) {
                break;
            }
            part = part.and(e.getKey().substring(prefix.length()), e.getValue());
        }
        return part;
    }

    /// All, by name; the arrays are not copied.
    public SortedMap<String, Object> entries() {
        return entries;
    }

    /// A copy.
    public double[] doubles(String name) {
        return get(name, double[].class).clone();
    }

    /// A copy.
    public float[] floats(String name) {
        return get(name, float[].class).clone();
    }

    /// A copy.
    public long[] longs(String name) {
        return get(name, long[].class).clone();
    }

    /// A copy.
    public byte[] bytes(String name) {
        return get(name, byte[].class).clone();
    }

    /// The word.
    public String text(String name) {
        return get(name, String.class);
    }

    private <T> T get(String name, Class<T> kind) {
        Object value = entries.get(name);
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException(
                    "no %s named %s".formatted(kind.getSimpleName(), name));
        }
        return kind.cast(value);
    }
}
