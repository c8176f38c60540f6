package revisage.study;

import revisage.study.SystemGround.Looked;
import revisage.study.SystemGround.Shown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Enrolled pictures that a probe was made from: what a type-II comparison leaves out. As
/// [revisage.match.SourcePhotos], but by ids, file names and pixels alone, since a cloud tells no
/// vectors: near-duplicates with other pixels stay.
final class SystemSources {

    private final Map<String, List<Shown>> byId = new HashMap<>();
    private final Map<String, List<Shown>> byName = new HashMap<>();
    private final Map<String, List<Shown>> byFace = new HashMap<>();

    SystemSources(SystemGround ground) {
        for (Shown shown : ground.gallery()) {
            put(byId, shown.id(), shown);
            put(byName, name(shown), shown);
            put(byFace, shown.face(), shown);
        }
    }

    private static void put(Map<String, List<Shown>> map, String key, Shown shown) {
        map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(shown);
    }

    private static String name(Shown shown) {
        return shown.person() + '\0' + shown.id().substring(shown.id().lastIndexOf('/') + 1);
    }

    /// Ids of the enrolled pictures that do not count for this probe.
    Set<String> of(Looked set, Shown probe) {
        var found = new ArrayList<Shown>();
        if (set.photos()) {
            found.addAll(byFace.getOrDefault(probe.face(), List.of()));
        }
        var named =
                byId.getOrDefault(probe.id(), List.of()).stream()
                        .filter(s -> probe.person().isEmpty() || s.person().equals(probe.person()))
                        .toList();
        found.addAll(named.isEmpty() ? byName.getOrDefault(name(probe), List.of()) : named);
        var ids = new LinkedHashSet<String>();
        for (Shown source : found) {
            byFace.getOrDefault(source.face(), List.of()).forEach(s -> ids.add(s.id()));
        }
        return ids;
    }
}
