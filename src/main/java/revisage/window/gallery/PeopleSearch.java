package revisage.window.gallery;

import revisage.match.Gallery;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Finds people of a gallery by parts of their names. Names are prepared once, so that a letter
/// typed costs a few milliseconds among a hundred thousand pictures.
public final class PeopleSearch {

    private final Gallery gallery;
    private final List<String> names;

    public PeopleSearch(Gallery gallery) {
        this.gallery = gallery;
        this.names = gallery.people().stream().map(PeopleSearch::plain).toList();
    }

    /// Who is looked for.
    public enum Among {
        EVERYBODY("gallery.among.everybody"),
        LEAKED("gallery.among.leaked"),
        NOT_LEAKED("gallery.among.others"),
        SEVERAL("gallery.among.several");

        private final String key;

        Among(String key) {
            this.key = key;
        }

        /// Its name among the words.
        public String key() {
            return key;
        }
    }

    /// @param rows pictures, ascending
    /// @param people behind them
    public record Found(List<Integer> rows, int people) {}

    /// @param question part of a name; capitals, and `_` for a space, do not matter
    /// @param leaked names of those whose vectors leaked; asked only where it matters
    public Found find(String question, Among among, Supplier<Set<String>> leaked) {
        String wanted = plain(question.strip());
        boolean asksLeak = among == Among.LEAKED || among == Among.NOT_LEAKED;
        Set<String> known = asksLeak ? leaked.get() : Set.of();
        boolean[] fits = new boolean[names.size()];
        int people = 0;
        for (int p = 0; p < fits.length; p++) {
            fits[p] = names.get(p).contains(wanted) && belongs(p, among, known);
            people += fits[p] ? 1 : 0;
        }
        List<Integer> rows =
                IntStream.range(0, gallery.size())
                        .filter(r -> fits[gallery.personNumber(r)])
                        .boxed()
                        .toList();
        return new Found(rows, people);
    }

    private boolean belongs(int person, Among among, Set<String> leaked) {
        return switch (among) {
            case EVERYBODY -> true;
            case LEAKED -> leaked.contains(gallery.people().get(person));
            case NOT_LEAKED -> !leaked.contains(gallery.people().get(person));
            case SEVERAL -> gallery.rowsOf(person).length > 1;
        };
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
