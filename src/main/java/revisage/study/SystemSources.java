package revisage.study;

import revisage.match.CoarseFace;
import revisage.match.SourcePhotos;
import revisage.study.SystemGround.Looked;
import revisage.study.SystemGround.Shown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Enrolled pictures that a probe was made from: what a type-II comparison leaves out. As
/// [SourcePhotos], for local extractors and clouds alike: by ids, file names and pixels; and since
/// a cloud tells no vectors, near-duplicates by [CoarseFace].
final class SystemSources {

    private final List<Shown> gallery;
    private final Map<String, CoarseFace> looks;
    private final Map<String, List<Integer>> byPerson = new HashMap<>();
    private final Map<String, List<Integer>> byId = new HashMap<>();
    private final Map<String, List<Integer>> byName = new HashMap<>();
    private final Map<String, List<Integer>> byFace = new HashMap<>();

    SystemSources(SystemGround ground) {
        gallery = ground.gallery();
        looks = ground.looks();
        for (int row = 0; row < gallery.size(); row++) {
            Shown shown = gallery.get(row);
            put(byId, shown.id(), row);
            put(byName, name(shown), row);
            put(byFace, shown.face(), row);
            put(byPerson, shown.person(), row);
        }
    }

    private static void put(Map<String, List<Integer>> map, String key, int row) {
        map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(row);
    }

    private static String name(Shown shown) {
        return shown.person() + '\0' + shown.id().substring(shown.id().lastIndexOf('/') + 1);
    }

    /// The enrolled pictures that a probe was made from, by their place among the enrolled.
    SourcePhotos.Found of(Looked set, Shown probe) {
        var named =
                byId.getOrDefault(probe.id(), List.of()).stream()
                        .filter(r -> mayShow(r, probe.person()))
                        .toList();
        var certain =
                new TreeSet<>(
                        named.isEmpty() ? byName.getOrDefault(name(probe), List.of()) : named);
        if (set.photos()) {
            certain.addAll(byFace.getOrDefault(probe.face(), List.of()));
            certain.addAll(copies(probe));
        }
        var alike = new TreeSet<Integer>();
        for (int row : certain) {
            alike.addAll(byFace.getOrDefault(gallery.get(row).face(), List.of()));
            alike.addAll(copies(gallery.get(row)));
        }
        return new SourcePhotos.Found(
                named.stream().findFirst().or(() -> certain.stream().findFirst()),
                List.copyOf(alike));
    }

    /// Pictures of the same person that are copies of this one.
    private List<Integer> copies(Shown shown) {
        return byPerson.getOrDefault(shown.person(), List.of()).stream()
                .filter(
                        row ->
                                look(shown).likeness(look(gallery.get(row)))
                                        > CoarseFace.NEAR_DUPLICATE)
                .toList();
    }

    private CoarseFace look(Shown shown) {
        return Optional.ofNullable(looks.get(shown.face())).orElseThrow();
    }

    /// Ids of two data sets may be equal by accident; a probe without a name may be anybody's.
    private boolean mayShow(int row, String person) {
        return person.isEmpty() || gallery.get(row).person().equals(person);
    }
}
