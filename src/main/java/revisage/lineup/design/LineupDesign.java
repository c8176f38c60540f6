package revisage.lineup.design;

import revisage.lineup.ConfidenceScale;
import revisage.lineup.LineupPlan;
import revisage.lineup.LineupWords;
import revisage.lineup.PassRule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What a researcher decides about a visual study before anything is drawn.
///
/// @param title a few words; participants see it
/// @param k photos beside each reconstruction, 2..20
/// @param targetsPerMethod questions a method for each participant, 1 or more
/// @param targets how many there are in all; as many as there are, at most ten times what a form
///   takes, if it is left out
/// @param absentShare of the questions, without the target, 0..0.5
/// @param participants planned, 2 or more
/// @param severalChoices whether more than one photo may be picked
/// @param aboutYou whether age band and gender are asked
/// @param consent own words by language; the program's where there are none
/// @param identical attention checks with the very same picture among the photos, 0 or more
/// @param instructed attention checks with words that say what to pick, 0 or more
/// @param pairs of the ability test, half of them the same person; 0 for none
public record LineupDesign(
        String title,
        long seed,
        int k,
        int targetsPerMethod,
        OptionalInt targets,
        double absentShare,
        int participants,
        LineupPlan.Options options,
        boolean severalChoices,
        ConfidenceScale confidence,
        boolean aboutYou,
        List<String> languages,
        Map<String, String> consent,
        int identical,
        int instructed,
        PassRule passRule,
        int pairs) {

    public LineupDesign {
        languages = List.copyOf(languages);
        consent = Collections.unmodifiableSortedMap(new TreeMap<>(consent));
        languages.forEach(LineupWords::of); // refuses what there are no words in
        if (languages.isEmpty() || !languages.containsAll(consent.keySet())) {
            throw new IllegalArgumentException(
                    "The languages are %s, and there is consent in %s."
                            .formatted(languages, consent.keySet()));
        }
        within("k", k, 2, 20);
        within("targets a method", targetsPerMethod, 1, 1_000);
        within("participants", participants, 2, 100_000);
        within("identical checks", identical, 0, 10);
        within("instructed checks", instructed, 0, 10);
        within("pairs", pairs, 0, 100);
        if (!(absentShare >= 0 && absentShare <= 0.5)) {
            throw new IllegalArgumentException(
                    "The share without the target is %s and must be 0 to 0.5."
                            .formatted(absentShare));
        }
        if (passRule.mostFailed() >= Math.max(1, identical + instructed)) {
            throw new IllegalArgumentException(
                    "A pass rule that allows %d failed checks of %d excludes nobody."
                            .formatted(passRule.mostFailed(), identical + instructed));
        }
    }

    private static void within(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "The number of %s is %d and must be %d to %d."
                            .formatted(name, value, low, high));
        }
    }
}
