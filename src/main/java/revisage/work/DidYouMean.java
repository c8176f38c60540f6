package revisage.work;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// The known word that a misspelt one probably stands for.
public final class DidYouMean {

    /// Below it a suggestion puzzles more than it helps; `coutn`/`count` has 0.95, `foo`/`bar` 0.
    private static final double ALIKE = 0.75;

    private DidYouMean() {}

    /// @return ` Did you mean 'count'?` with a space before it, or nothing if no word is near
    public static String among(Collection<String> known, String word) {
        var similarity = new JaroWinklerSimilarity();
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .max(
                        Comparator.<String>comparingDouble(
                                        k -> similarity.apply(k.toLowerCase(Locale.ROOT), lower))
                                .thenComparing(Comparator.reverseOrder()))
                .filter(k -> similarity.apply(k.toLowerCase(Locale.ROOT), lower) >= ALIKE)
                .map(k -> " Did you mean '" + k + "'?")
                .orElse("");
    }
}
