package revisage.lineup;

import revisage.extract.StrictJson;
import revisage.work.Sha256;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A visual study, whole: `lineup.json`. It holds codes only; whom and which file they stand for is
/// in a file of its own ([LineupKey]) that stays with the researcher.
///
/// @param schema version of this layout, 1
/// @param title a few words; participants see it
/// @param seed of everything that is drawn
/// @param k photos beside each reconstruction, 2 or more
/// @param targetsPerMethod questions a method for each participant, 1 or more
/// @param absentShare of these, without the target, 0..0.5; what the matcher gave with `AS_MATCHED`
/// @param participants how many are planned, 1 or more
/// @param options where the photos come from
/// @param severalChoices whether more than one photo may be picked
/// @param confidence how sure they say to be
/// @param aboutYou whether age band and gender are asked
/// @param languages ISO 639-1, the first is the usual one; each is in [LineupWords]
/// @param consent what is agreed to, by language; the bundle's words where it is missing
/// @param methods 1 or more
/// @param targets codes of the people who are looked for, in the order forms deal them
/// @param items every question of every form
/// @param checks in every form
/// @param passRule whose answers count
/// @param ability in every form, before the questions; empty for no test
public record LineupPlan(
        int schema,
        String title,
        long seed,
        int k,
        int targetsPerMethod,
        double absentShare,
        int participants,
        Options options,
        boolean severalChoices,
        ConfidenceScale confidence,
        boolean aboutYou,
        List<String> languages,
        Map<String, String> consent,
        List<LineupMethod> methods,
        List<String> targets,
        List<LineupItem> items,
        List<AttentionCheck> checks,
        PassRule passRule,
        List<AbilityPair> ability) {

    /// The layout this program writes and reads.
    public static final int SCHEMA = 1;

    /// Where the photos beside a reconstruction come from.
    public enum Options {
        /// The target's best photo (or none of them) among the most alike of other people.
        CONTROLLED,

        /// The matcher's first `k`, as in the paper: whether the target is there is its doing.
        AS_MATCHED
    }

    public LineupPlan {
        languages = List.copyOf(languages);
        consent = Collections.unmodifiableSortedMap(new TreeMap<>(consent)); // one order, one hash
        methods = List.copyOf(methods);
        targets = List.copyOf(targets);
        items = List.copyOf(items);
        checks = List.copyOf(checks);
        ability = List.copyOf(ability);
        require(k >= 2 && k <= 20, "k is %d and must be 2..20.".formatted(k));
        require(targetsPerMethod >= 1, "targetsPerMethod must be 1 or more.");
        require(
                absentShare >= 0 && absentShare <= 0.5,
                "absentShare is %s and must be 0..0.5.".formatted(absentShare));
        require(participants >= 1, "participants must be 1 or more.");
        require(!methods.isEmpty() && !languages.isEmpty(), "A method and a language are needed.");
        require(
                targets.size() >= methods.size() * targetsPerMethod,
                "%d targets cannot fill forms of %d questions without one twice."
                        .formatted(targets.size(), methods.size() * targetsPerMethod));
        requireOnce("target", targets.stream());
        requireOnce("method", methods.stream().map(LineupMethod::code));
        requireOnce(
                "question",
                Stream.of(
                                items.stream().map(LineupItem::id),
                                checks.stream().map(AttentionCheck::id),
                                ability.stream().map(AbilityPair::id))
                        .flatMap(ids -> ids));
        for (LineupItem item : items) {
            require(
                    item.options().size() == k,
                    "Question '%s' has %d options and k is %d."
                            .formatted(item.id(), item.options().size(), k));
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private static void requireOnce(String what, Stream<String> codes) {
        Set<String> once = new HashSet<>();
        codes.forEach(c -> require(once.add(c), "The %s '%s' is there twice.".formatted(what, c)));
    }

    /// Questions about reconstructions in each form.
    public int questions() {
        return methods.size() * targetsPerMethod;
    }

    /// Forms after which every target was seen equally often with every method.
    public int cycle() {
        return targets.size();
    }

    /// Tells studies apart: answers carry it, and answers to another study are refused.
    public String fingerprint() {
        return Sha256.of(StrictJson.write(this));
    }
}
