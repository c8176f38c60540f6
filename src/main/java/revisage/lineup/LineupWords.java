package revisage.lineup;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// What participants read, in their language.
public final class LineupWords {

    /// ISO 639-1.
    public static final List<String> LANGUAGES = List.of("en", "de");

    private final ResourceBundle bundle;
    private final Locale locale;

    private LineupWords(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /// @param language one of [#LANGUAGES]
    /// @throws IllegalArgumentException if there are no words in it
    public static LineupWords of(String language) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "There are no words for participants in '%s', only in %s."
                            .formatted(language, String.join(", ", LANGUAGES)));
        }
        Locale locale = Locale.of(language);
        return new LineupWords(
                ResourceBundle.getBundle(
                        "revisage.lineup.words",
                        language.equals("en") ? Locale.ROOT : locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
    }

    /// The words under a key, with values in the places `{0}`, `{1}` and so on.
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /// All keys, for whoever hands them on.
    public Set<String> keys() {
        return bundle.keySet();
    }

    /// As a participant would say it.
    public String age(AgeBand band) {
        return get("age." + band.name().toLowerCase(Locale.ROOT));
    }

    /// As a participant would say it.
    public String gender(Gender gender) {
        return get("gender." + gender.name().toLowerCase(Locale.ROOT));
    }

    /// A step of the scale, in words.
    public String confidence(ConfidenceScale scale, int step) {
        return get("confidence." + scale.name().toLowerCase(Locale.ROOT) + "." + step);
    }
}
