package revisage.lineup.design;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

import revisage.lineup.LineupException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who is looked for: people whose vector every method has reconstructed and can be asked about,
/// each once.
///
/// @param ids of one leaked vector for each, in the order forms deal them
record Cast(List<String> ids) {

    private static final int TIMES = 10;

    Cast {
        ids = List.copyOf(ids);
    }

    static Cast draw(
            LineupDesign design,
            List<Source> sources,
            List<Map<String, Choice.Pair>> choices,
            UniformRandomProvider dice)
            throws LineupException {
        Map<String, List<String>> byPerson = new TreeMap<>();
        var counts = new ArrayList<String>();
        for (int m = 0; m < sources.size(); m++) {
            Source source = sources.get(m);
            Set<String> people = new TreeSet<>();
            for (String id : usable(design, choices.get(m))) {
                people.add(source.person(id));
                if (m == 0 && everyMethod(design, choices, id)) {
                    byPerson.computeIfAbsent(source.person(id), _ -> new ArrayList<>()).add(id);
                }
            }
            counts.add("%s %d".formatted(source.label(), people.size()));
        }
        int needed = sources.size() * design.targetsPerMethod();
        int wanted = design.targets().orElse(Math.min(byPerson.size(), TIMES * needed));
        if (byPerson.size() < Math.max(needed, wanted) || wanted < needed) {
            throw new LineupException(
                    tooFew(byPerson.size(), needed, wanted, sources.size(), counts),
                    "Reconstruct more people by every method, match with a larger -k, or ask for"
                            + " fewer targets a method.");
        }
        var people = new ArrayList<>(byPerson.keySet());
        ListSampler.shuffle(dice, people);
        var ids = new ArrayList<String>();
        for (String person : people.subList(0, wanted)) {
            List<String> own = byPerson.getOrDefault(person, List.of());
            ids.add(own.get(dice.nextInt(own.size())));
        }
        return new Cast(ids);
    }

    private static String tooFew(
            int there, int needed, int wanted, int methods, List<String> counts) {
        if (wanted < needed) {
            return ("%d targets cannot fill a form of %d questions (%d methods) without showing one"
                            + " twice.")
                    .formatted(wanted, needed, methods);
        }
        return ("Only %d people can be asked about for every method, and %d are needed (%d"
                        + " methods); usable by method: %s.")
                .formatted(there, Math.max(needed, wanted), methods, String.join(", ", counts));
    }

    private static List<String> usable(LineupDesign design, Map<String, Choice.Pair> choices) {
        return choices.entrySet().stream()
                .filter(e -> e.getValue().usable(design.options(), design.absentShare() > 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean everyMethod(
            LineupDesign design, List<Map<String, Choice.Pair>> choices, String id) {
        return choices.stream()
                .allMatch(
                        c -> {
                            Choice.Pair pair = c.get(id);
                            return pair != null
                                    && pair.usable(design.options(), design.absentShare() > 0);
                        });
    }
}
