package revisage.cli;

import revisage.store.StoredGallery;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a person should know before believing a result.
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

    /// What reading a labelled folder brought up.
    ///
    /// @param takenOver pictures that an earlier run had done
    /// @param remarks on the folder
    /// @param notes on single pictures, counted by note
    static void folder(
            StringBuilder text, int takenOver, List<String> remarks, Map<String, Integer> notes) {
        if (takenOver > 0) {
            text.append(
                    String.format(
                            Locale.ROOT, "%,d pictures were done by an earlier run.%n", takenOver));
        }
        remarks.forEach(r -> text.append(String.format(Locale.ROOT, "Note: %s.%n", r)));
        new TreeMap<>(notes)
                .forEach(
                        (note, count) ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "Note: %s (%,d pictures).%n",
                                                note,
                                                count)));
    }

    /// How many pictures could not be used, and the first ten reasons.
    ///
    /// @param all where every one of them is listed
    static void excluded(StringBuilder text, List<StoredGallery.Excluded> excluded, Path all) {
        if (excluded.isEmpty()) {
            return;
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d pictures could not be used (all in %s):%n",
                        excluded.size(),
                        all));
        excluded.stream()
                .collect(
                        Collectors.groupingBy(
                                StoredGallery.Excluded::reason,
                                TreeMap::new,
                                Collectors.counting()))
                .entrySet()
                .stream()
                .limit(10)
                .forEach(
                        e ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "  %,6d  %s%n",
                                                e.getValue(),
                                                e.getKey())));
    }

    private static void note(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(String.format(Locale.ROOT, "Note: %,d probes %s.%n", count, what));
        }
    }
}
