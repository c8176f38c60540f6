package revisage.lineup.design;

import revisage.lineup.LineupPlan;
import revisage.store.MatchRow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which photos stand beside one reconstruction, with the target and without.
///
/// @param source the method's
/// @param pool of all photos
/// @param k how many
record Choice(Source source, PhotoPool pool, int k) {

    /// A photo among the options.
    ///
    /// @param rank in the matcher's answer; one more than its last where it is not in it
    record Pick(String photo, String person, int rank, boolean right) {}

    /// The options of one reconstruction; empty where they cannot be filled.
    ///
    /// @param present with the target; never there if the matcher's answer is taken as it is and
    ///   lacks it
    /// @param absent without it
    record Pair(Optional<List<Pick>> present, Optional<List<Pick>> absent) {

        boolean usable(LineupPlan.Options options, boolean needsAbsent) {
            return switch (options) {
                case CONTROLLED -> present.isPresent() && (absent.isPresent() || !needsAbsent);
                case AS_MATCHED -> present.isPresent() || absent.isPresent();
            };
        }
    }

    Pair of(String id, LineupPlan.Options options) {
        return switch (options) {
            case CONTROLLED -> controlled(id);
            case AS_MATCHED -> asMatched(id);
        };
    }

    private Pair asMatched(String id) {
        String person = source.person(id);
        List<Pick> first =
                source.answer(id).stream()
                        .filter(r -> pool.has(r.galleryId()))
                        .limit(k)
                        .map(r -> pick(r, person))
                        .toList();
        if (first.size() < k) {
            return new Pair(Optional.empty(), Optional.empty());
        }
        boolean there = first.stream().anyMatch(Pick::right);
        return new Pair(
                there ? Optional.of(first) : Optional.empty(),
                there ? Optional.empty() : Optional.of(first));
    }

    /// Others are the most alike photo of each of the most alike other people.
    private Pair controlled(String id) {
        String person = source.person(id);
        List<Pick> others = new ArrayList<>();
        Set<String> people = new HashSet<>();
        for (MatchRow row : source.answer(id)) {
            boolean other = !row.galleryPerson().equals(person);
            if (other && pool.has(row.galleryId()) && people.add(row.galleryPerson())) {
                others.add(pick(row, person));
            }
        }
        if (others.size() < k - 1) {
            return new Pair(Optional.empty(), Optional.empty());
        }
        Optional<List<Pick>> present =
                target(id, person)
                        .map(
                                right -> {
                                    var all = new ArrayList<>(others.subList(0, k - 1));
                                    all.add(right);
                                    all.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
                                    return List.copyOf(all);
                                });
        Optional<List<Pick>> absent =
                others.size() < k
                        ? Optional.empty()
                        : Optional.of(List.copyOf(others.subList(0, k)));
        return new Pair(present, absent);
    }

    /// The target's most alike photo; where the matcher did not come to any, the first in the pool
    /// that is not the one the vector was made from.
    private Optional<Pick> target(String id, String person) {
        Optional<Pick> ranked =
                source.answer(id).stream()
                        .filter(r -> r.galleryPerson().equals(person) && pool.has(r.galleryId()))
                        .findFirst()
                        .map(r -> pick(r, person));
        int last = source.answer(id).getLast().rank();
        return ranked.or(
                () ->
                        pool.of(person).stream()
                                .filter(photo -> !photo.equals(id))
                                .findFirst()
                                .map(photo -> new Pick(photo, person, last + 1, true)));
    }

    private static Pick pick(MatchRow row, String person) {
        return new Pick(
                row.galleryId(),
                row.galleryPerson(),
                row.rank(),
                row.galleryPerson().equals(person));
    }
}
