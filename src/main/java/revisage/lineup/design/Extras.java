package revisage.lineup.design;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

import revisage.lineup.AttentionCheck;
import revisage.lineup.LineupException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks and pairs, made of photos of people whom nobody looks for.
///
/// @param pool of all photos
/// @param targets people whom questions are about
/// @param spare reconstructions (keys of pictures) that no question is about; may be empty
record Extras(PhotoPool pool, Set<String> targets, List<String> spare, UniformRandomProvider dice) {

    Extras {
        spare = List.copyOf(spare);
    }

    /// A check by keys of pictures; ids come later.
    record Check(AttentionCheck.Kind kind, String picture, List<String> options, int place) {}

    /// A pair by keys of pictures.
    record Two(String left, String right, boolean same) {}

    private List<String> strangers() {
        var people = new ArrayList<>(pool.people());
        people.removeAll(targets);
        ListSampler.shuffle(dice, people);
        return people;
    }

    private String any(String person) {
        List<String> photos = pool.of(person);
        return photos.get(dice.nextInt(photos.size()));
    }

    List<Check> checks(LineupDesign design) throws LineupException {
        var checks = new ArrayList<Check>();
        for (int i = 0; i < design.identical() + design.instructed(); i++) {
            List<String> people = strangers();
            if (people.size() < design.k()) {
                throw new LineupException(
                        "Attention checks need %d people whom nobody looks for; there are %d."
                                .formatted(design.k(), people.size()),
                        "Ask for fewer targets, for no checks, or enrol more people.");
            }
            List<String> options = people.subList(0, design.k()).stream().map(this::any).toList();
            boolean identical = i < design.identical();
            String picture =
                    identical || spare.isEmpty()
                            ? options.getFirst()
                            : spare.get(dice.nextInt(spare.size()));
            checks.add(
                    new Check(
                            identical
                                    ? AttentionCheck.Kind.IDENTICAL
                                    : AttentionCheck.Kind.INSTRUCTED,
                            picture,
                            options,
                            identical ? 0 : dice.nextInt(design.k() + 1)));
        }
        return checks;
    }

    List<Two> pairs(int count) throws LineupException {
        List<String> people = strangers();
        var twice = new ArrayList<>(people);
        twice.removeIf(p -> pool.of(p).size() < 2);
        int same = count / 2;
        if (count > 0 && (twice.size() < same || people.size() < 2 * count - same)) {
            throw new LineupException(
                    "An ability test of %d pairs needs %d people whom nobody looks for, %d of them"
                                    .formatted(count, 2 * count - same, same)
                            + " with two photos; there are %d and %d."
                                    .formatted(people.size(), twice.size()),
                    "Ask for fewer pairs, or name a gallery of more people.");
        }
        var pairs = new ArrayList<Two>();
        for (String person : twice.subList(0, same)) {
            pairs.add(new Two(pool.of(person).getFirst(), pool.of(person).getLast(), true));
            people.remove(person);
        }
        for (int i = 0; i < count - same; i++) {
            pairs.add(new Two(any(people.get(2 * i)), any(people.get(2 * i + 1)), false));
        }
        return pairs;
    }
}
