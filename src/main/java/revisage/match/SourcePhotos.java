package revisage.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Finds in a gallery the photos that probes were made from, and their near-duplicates: what a
/// type-II comparison leaves out, so that a person must be recognised in *another* photo.
///
/// The source photo is the gallery picture with the probe's id; if there is none, pictures of the
/// same person with the same file name (an id may begin elsewhere); and whatever has the source's
/// pixels. Near-duplicates of it are pictures with the same pixels under any name, and pictures of
/// the same person with a cosine above [#NEAR_DUPLICATE] under the gallery's extractor.
public final class SourcePhotos {

    /// Different photos of one person seldom pass 0.9 under the extractors tried (mean 0.66,
    /// deviation 0.12); copies that were cropped or compressed anew stay above.
    public static final float NEAR_DUPLICATE = 0.98f;

    private final Gallery gallery;
    private final CosineSearch search;
    private final Map<String, List<Integer>> byPixels = new HashMap<>();

    /// @param search in the same gallery
    public SourcePhotos(Gallery gallery, CosineSearch search) {
        this.gallery = gallery;
        this.search = search;
        for (int row = 0; row < gallery.size(); row++) {
            byPixels.computeIfAbsent(gallery.pixels(row), _ -> new ArrayList<>(1)).add(row);
        }
    }

    /// What is known of a probe's origin.
    ///
    /// @param id of the source photo
    /// @param person whom it shows
    /// @param pixels SHA-256 of the aligned source photo, where it is at hand
    public record Source(String id, String person, Optional<String> pixels) {}

    /// What was found for one probe.
    ///
    /// @param source row of the source photo, if it is enrolled
    /// @param alike rows of the source photo and its near-duplicates, ascending
    public record Found(Optional<Integer> source, List<Integer> alike) {

        public Found {
            alike = List.copyOf(alike);
        }
    }

    /// Looks up one source.
    public Found find(Source source) {
        var alike = new TreeSet<Integer>();
        source.pixels().ifPresent(p -> alike.addAll(byPixels.getOrDefault(p, List.of())));
        Optional<Integer> named =
                gallery.rowOf(source.id()).filter(row -> mayShow(row, source.person()));
        List<Integer> sources = named.map(List::of).orElseGet(() -> sameFileName(source));
        alike.addAll(sources);
        List<Integer> certain = List.copyOf(alike);
        for (int row : certain) {
            alike.addAll(byPixels.getOrDefault(gallery.pixels(row), List.of()));
            for (int other : gallery.rowsOf(gallery.personNumber(row))) {
                if (search.cosine(row, other) > NEAR_DUPLICATE) {
                    alike.add(other);
                }
            }
        }
        return new Found(named.or(() -> certain.stream().findFirst()), List.copyOf(alike));
    }

    /// As what a search takes.
    public static LeftOut leftOut(List<Found> found) {
        return LeftOut.of(
                found.stream()
                        .map(f -> f.alike().stream().mapToInt(Integer::intValue).toArray())
                        .toList());
    }

    /// Ids of two data sets may be equal by accident; a vector without a label may be anybody's.
    private boolean mayShow(int row, String person) {
        return person.isEmpty() || gallery.person(row).equals(person);
    }

    private List<Integer> sameFileName(Source source) {
        String name = fileName(source.id());
        return gallery.personNumber(source.person())
                .map(p -> IntStream.of(gallery.rowsOf(p)).boxed())
                .map(rows -> rows.filter(r -> fileName(gallery.id(r)).equals(name)).toList())
                .orElse(List.of());
    }

    private static String fileName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
