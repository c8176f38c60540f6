package revisage.study;

import revisage.people.LabelledFolder;
import revisage.people.PeopleException;
import revisage.people.Portrait;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Chooses people by how many photos they have.
public final class PublicPeople {

    private PublicPeople() {}

    /// @param photos exactly so many; anybody if empty
    /// @throws PeopleException if nobody is left
    public static List<Portrait> of(LabelledFolder folder, OptionalInt photos)
            throws PeopleException {
        if (photos.isEmpty()) {
            return folder.portraits();
        }
        Map<String, Long> counts =
                folder.portraits().stream()
                        .collect(Collectors.groupingBy(Portrait::person, Collectors.counting()));
        List<Portrait> chosen =
                folder.portraits().stream()
                        .filter(p -> counts.getOrDefault(p.person(), 0L) == photos.getAsInt())
                        .toList();
        if (chosen.isEmpty()) {
            throw new PeopleException(
                    "Nobody in %s has exactly %d photos."
                            .formatted(folder.root(), photos.getAsInt()),
                    "Name another number.");
        }
        return chosen;
    }
}
