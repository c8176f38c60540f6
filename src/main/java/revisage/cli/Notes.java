package revisage.cli;

import java.util.Locale;

/// What a person should know about probes before believing a rate.
final class Notes {

    private Notes() {}

    /// @param strangers of people who are not enrolled
    /// @param withoutOtherPhoto of people of whom no photo counts
    /// @param excluded pictures that could not be used
    /// @param withoutSource whose source photo is not in the gallery
    static void probes(
            StringBuilder text,
            int strangers,
            int withoutOtherPhoto,
            int excluded,
            int withoutSource) {
        note(text, strangers, "show people who are not enrolled: open set, not in the rates");
        note(text, withoutOtherPhoto, "have no photo left to be found by, not in the rates");
        note(text, excluded, "could not be used");
        note(text, withoutSource, "have no source photo in the gallery, so nothing is left out");
    }

    private static void note(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(String.format(Locale.ROOT, "Note: %,d probes %s.%n", count, what));
        }
    }
}
