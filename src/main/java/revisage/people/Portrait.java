package revisage.people;

import java.nio.file.Path;

/// A picture file and whom it shows.
///
/// @param id the path below the folder that was scanned, steps joined by `/`; unique in the folder
/// @param person the label; not empty
/// @param file where the picture lies
public record Portrait(String id, String person, Path file) {

    public Portrait {
        if (id.isEmpty() || person.isEmpty()) {
            throw new IllegalArgumentException("a portrait needs an id and a person");
        }
    }
}
