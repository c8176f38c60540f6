package revisage.study;

import revisage.algebra.Products;
import revisage.match.CosineSearch;
import revisage.match.Gallery;
import revisage.match.SourcePhotos;
import revisage.measure.ImpostorScores;
import revisage.measure.Roster;
import revisage.store.StoredGallery;
import revisage.vector.VectorSet;
import revisage.work.Dice;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A gallery, ready to be asked.
public final class Matcher {

    /// Pairs of photos that thresholds are set on, at most: enough for a false match rate of 1e-5.
    private static final long MOST_PAIRS = 4_000_000;

    private final StoredGallery stored;
    private final CosineSearch search;
    private final SourcePhotos photos;
    private final Roster roster;

    /// @param products stays the caller's
    public Matcher(StoredGallery stored, Products products) {
        this.stored = stored;
        Gallery gallery = stored.gallery();
        search = new CosineSearch(gallery.vectors(), products);
        photos = new SourcePhotos(gallery, search);
        int[] personOf = IntStream.range(0, gallery.size()).map(gallery::personNumber).toArray();
        roster = new Roster(personOf, gallery.people().size());
    }

    /// Of the extractor, for tables and charts.
    public String name() {
        return gallery().card().name();
    }

    /// Who is enrolled.
    public Gallery gallery() {
        return stored.gallery();
    }

    /// The gallery with what is kept beside it.
    public StoredGallery stored() {
        return stored;
    }

    /// Ranks by cosine.
    public CosineSearch search() {
        return search;
    }

    /// Finds source photos and their near-duplicates.
    public SourcePhotos photos() {
        return photos;
    }

    /// Which row shows whom.
    public Roster roster() {
        return roster;
    }

    /// Cosines of gallery photos of different people: all pairs of a small gallery, those of rows
    /// drawn by the seed of a large one.
    ///
    /// @return empty if only one person is enrolled
    public Optional<ImpostorScores> impostors(long seed, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        int n = gallery().size();
        int rows = Math.clamp(MOST_PAIRS / n, 1, n);
        int[] drawn = drawn(n, rows, seed);
        VectorSet probes = gallery().vectors().chosen(drawn);
        List<float[]> others = new ArrayList<>();
        search.scores(
                probes,
                scores -> {
                    int row = drawn[scores.probe()];
                    float[] kept = new float[n];
                    int count = 0;
                    for (int other = 0; other < n; other++) {
                        // each pair once, where all rows are drawn
                        boolean counts = rows < n || other > row;
                        if (counts
                                && gallery().personNumber(other) != gallery().personNumber(row)) {
                            kept[count++] = scores.cosines()[other];
                        }
                    }
                    others.add(Arrays.copyOf(kept, count));
                },
                progress);
        float[] all = new float[others.stream().mapToInt(o -> o.length).sum()];
        int at = 0;
        for (float[] some : others) {
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        return all.length == 0 ? Optional.empty() : Optional.of(new ImpostorScores(all));
    }

    private static int[] drawn(int n, int rows, long seed) {
        int[] order = IntStream.range(0, n).toArray();
        if (rows < n) {
            var random = new Random(Dice.seed(seed, Dice.of("impostors")));
            for (int i = 0; i < rows; i++) {
                int j = i + random.nextInt(n - i);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
        }
        return Arrays.copyOf(order, rows);
    }
}
