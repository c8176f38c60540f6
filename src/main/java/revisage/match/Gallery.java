package revisage.match;

import revisage.extract.ModelCard;
import revisage.vector.VectorSet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Enrolled pictures: whom a face is compared with. Immutable.
///
/// The vectors are as the extractor gave them and may be mapped from a file; ids, people and hashes
/// lie on the heap (some 300 bytes a picture).
public final class Gallery {

    private final ModelCard card;
    private final VectorSet vectors;
    private final List<String> ids;
    private final List<String> labels;
    private final List<String> pixels;
    private final List<String> people;
    private final int[] personOf;
    private final int[] byPerson;
    private final int[] starts;
    private final Map<String, Integer> personNumber = new LinkedHashMap<>();
    private final Map<String, Integer> rowOfId = new LinkedHashMap<>();

    /// @param card of the extractor that made the vectors
    /// @param vectors with ids (each once) and labels (the people)
    /// @param pixels SHA-256 of each aligned picture's pixels, hexadecimal
    /// @throws IllegalArgumentException if these do not fit together
    public Gallery(ModelCard card, VectorSet vectors, List<String> pixels) {
        if (vectors.dimension() != card.dimension() || pixels.size() != vectors.count()) {
            throw new IllegalArgumentException(
                    "%d x %d vectors, %d hashes and an extractor of dimension %d"
                            .formatted(
                                    vectors.count(),
                                    vectors.dimension(),
                                    pixels.size(),
                                    card.dimension()));
        }
        this.card = card;
        this.vectors = vectors;
        this.pixels = List.copyOf(pixels);
        ids = vectors.ids().orElseThrow(() -> new IllegalArgumentException("a gallery needs ids"));
        labels =
                vectors.labels()
                        .orElseThrow(() -> new IllegalArgumentException("a gallery needs people"));
        personOf = new int[ids.size()];
        for (int i = 0; i < personOf.length; i++) {
            personOf[i] = personNumber.computeIfAbsent(labels.get(i), _ -> personNumber.size());
            if (rowOfId.put(ids.get(i), i) != null) {
                throw new IllegalArgumentException("an id is there twice");
            }
        }
        people = List.copyOf(personNumber.keySet());
        starts = new int[people.size() + 1];
        for (int p : personOf) {
            starts[p + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        byPerson = new int[personOf.length];
        int[] next = starts.clone();
        for (int i = 0; i < personOf.length; i++) {
            byPerson[next[personOf[i]]++] = i;
        }
    }

    /// Of the extractor that made the vectors.
    public ModelCard card() {
        return card;
    }

    /// Shape `(n, d)`, with ids and labels.
    public VectorSet vectors() {
        return vectors;
    }

    /// n.
    public int size() {
        return personOf.length;
    }

    /// Names, each once, in the order of their first picture.
    public List<String> people() {
        return people;
    }

    /// Of the picture in this row.
    public String id(int row) {
        return ids.get(row);
    }

    /// Whose picture this is.
    public String person(int row) {
        return labels.get(row);
    }

    /// SHA-256 of the aligned picture.
    public String pixels(int row) {
        return pixels.get(row);
    }

    /// Place in [#people()] of the person in this row.
    public int personNumber(int row) {
        return personOf[row];
    }

    /// Place in [#people()]; empty if nobody of this name is enrolled.
    public Optional<Integer> personNumber(String person) {
        return Optional.ofNullable(personNumber.get(person));
    }

    /// Rows of this person's pictures, ascending.
    ///
    /// @param person place in [#people()]
    public int[] rowsOf(int person) {
        return Arrays.copyOfRange(byPerson, starts[person], starts[person + 1]);
    }

    /// The row of this picture; empty if it is not enrolled.
    public Optional<Integer> rowOf(String id) {
        return Optional.ofNullable(rowOfId.get(id));
    }
}
