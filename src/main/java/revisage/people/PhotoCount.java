package revisage.people;

import java.util.Optional;

/// Which people of a folder, by how many photos they have. All that is given must hold.
///
/// @param photos exactly, 1 or more
/// @param minPhotos at least, 1 or more
/// @param maxPhotos at most, 1 or more
public record PhotoCount(
        Optional<Integer> photos, Optional<Integer> minPhotos, Optional<Integer> maxPhotos) {

    private static final int MOST = 1_000_000;

    public PhotoCount {
        photos.ifPresent(n -> within("photos", n, 1));
        minPhotos.ifPresent(n -> within("minPhotos", n, 1));
        maxPhotos.ifPresent(n -> within("maxPhotos", n, minPhotos.orElse(1)));
    }

    private static void within(String name, int value, int low) {
        if (value < low || value > MOST) {
            throw new IllegalArgumentException(
                    "%s is %d and must be %d..%d.".formatted(name, value, low, MOST));
        }
    }

    /// Whether a person with so many photos is chosen.
    public boolean take(int count) {
        return photos.orElse(count) == count
                && minPhotos.orElse(count) <= count
                && maxPhotos.orElse(count) >= count;
    }
}
