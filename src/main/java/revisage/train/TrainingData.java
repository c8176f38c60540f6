package revisage.train;

import java.util.Optional;
import java.util.stream.Stream;

/// Where the faces come from: exactly one of three.
///
/// @param synthetic people made by code
/// @param folder a labelled folder, from the plan's folder on
/// @param records an InsightFace `.rec` file with its `.idx` beside it, from the plan's folder on
/// @param finder a YuNet ONNX file for pictures of a folder that are not aligned yet
public record TrainingData(
        Optional<Synthetic> synthetic,
        Optional<String> folder,
        Optional<String> records,
        Optional<String> finder) {

    public TrainingData {
        long named = Stream.of(synthetic, folder, records).filter(Optional::isPresent).count();
        if (named != 1) {
            throw new IllegalArgumentException(
                    "name exactly one of synthetic, folder, records, not " + named);
        }
        if (finder.isPresent() && folder.isEmpty()) {
            throw new IllegalArgumentException("a finder is for a folder only");
        }
    }

    /// Synthetic people, the held-out ones among them.
    ///
    /// @param seed of the population; another one gives other people
    /// @param people how many, 2 or more
    /// @param photos of each, 2 or more
    /// @param firstPerson number of the first, 0 or more; 0
    public record Synthetic(long seed, int people, int photos, Optional<Integer> firstPerson) {

        public Synthetic {
            Settings.within("people", people, 2, 1_000_000);
            Settings.within("photos", photos, 2, 10_000);
            Settings.within("firstPerson", firstPerson, 0, 1_000_000_000);
        }

        int first() {
            return firstPerson.orElse(0);
        }
    }

    /// In words, for card and log; no path.
    public String words() {
        return synthetic
                .map(
                        s ->
                                "%d synthetic people, %d photos each, seed %d"
                                        .formatted(s.people, s.photos, s.seed))
                .orElse(folder.isPresent() ? "a labelled folder" : "a record file");
    }
}
