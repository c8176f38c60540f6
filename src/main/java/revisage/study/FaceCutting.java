package revisage.study;

import revisage.face.FaceFinder;
import revisage.match.GalleryException;
import revisage.people.FaceReader;
import revisage.people.WhichFace;
import revisage.store.StoredGallery;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// How aligned faces come out of pictures: 112x112 pictures as they are, others by a finder if one
/// is named.
///
/// @param finder a YuNet file
/// @param which face, where a photo shows several
public record FaceCutting(Optional<Path> finder, WhichFace which) {

    private static final String AS_THEY_ARE = "112x112 as they are";

    /// Only 112x112 pictures.
    public static final FaceCutting ALIGNED = new FaceCutting(Optional.empty(), WhichFace.LARGEST);

    /// What a gallery remembers: equal words, equal faces.
    public String words() throws WorkException, InterruptedException {
        if (finder.isEmpty()) {
            return AS_THEY_ARE;
        }
        return "%s, others by YuNet %s, %s face"
                .formatted(
                        AS_THEY_ARE,
                        Sha256.of(finder.get()).substring(0, 12),
                        which.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /// @throws GalleryException if both cut faces out, each in its own way
    public void refuseAnother(StoredGallery stored, Path folder)
            throws WorkException, InterruptedException {
        boolean both = finder.isPresent() && !stored.alignment().equals(AS_THEY_ARE);
        if (both && !stored.alignment().equals(words())) {
            throw new GalleryException(
                    "The gallery %s was cut out otherwise (%s) than the probes would be (%s)."
                            .formatted(folder, stored.alignment(), words()),
                    "Use the gallery's finder, or enrol again with this one.");
        }
    }

    /// Loads the finder.
    public Opened open(Engines engines) throws WorkException {
        Optional<FaceFinder> opened =
                finder.isPresent()
                        ? Optional.of(engines.faceFinder(finder.get()))
                        : Optional.empty();
        return new Opened(new FaceReader(engines.photos(), opened, which), opened);
    }

    /// A reader and the finder it uses.
    ///
    /// @param reader reads pictures while this is open
    /// @param finder is closed with this
    public record Opened(FaceReader reader, Optional<FaceFinder> finder) implements AutoCloseable {

        @Override
        public void close() {
            finder.ifPresent(FaceFinder::close);
        }
    }
}
