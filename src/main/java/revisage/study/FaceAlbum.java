package revisage.study;

import revisage.reconstruct.SearchEvent;
import revisage.store.Estimate;
import revisage.store.EstimatePng;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The best faces known on the way of a search: at marks of queries, and when a cosine was first
/// reached. A picture a target and mark below `album/`, named by the target's seed.
///
/// @param folder of the step
/// @param search its name
/// @param goal the cosine
/// @param extractor SHA-256 of the attacked one
record FaceAlbum(Path folder, String search, double goal, String extractor) {

    /// 10, 20, 50, 100 and so on to the published budget.
    static final List<Long> MARKS =
            List.of(
                    10L, 20L, 50L, 100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L,
                    50_000L, 100_000L, 128_000L);

    private static final String REACHED = "reached";

    /// @param face written once
    record Found(Path file, Estimate face) {}

    /// @param seed of the target
    void keep(long seed, SearchEvent.Improved better) throws WorkException, InterruptedException {
        var estimate =
                new Estimate(
                        "eigenfaces",
                        search,
                        better.queries(),
                        Math.clamp(better.cosine(), -1, 1),
                        seed,
                        extractor);
        var picture = new EstimatePng(better.face(), estimate);
        // What comes later below the same mark is better, so it may take its place.
        for (long mark : MARKS) {
            if (better.queries() <= mark) {
                picture.write(file(seed, Long.toString(mark)));
                break;
            }
        }
        if (better.cosine() >= goal && !reached(seed)) {
            picture.write(file(seed, REACHED));
        }
    }

    boolean reached(long seed) {
        return Files.exists(file(seed, REACHED));
    }

    /// The face that first reached the goal.
    Optional<Found> first(long seed) throws WorkException {
        return reached(seed) ? Optional.of(read(file(seed, REACHED))) : Optional.empty();
    }

    /// The best face known after so many queries.
    Optional<Found> at(long seed, long queries) throws WorkException {
        Optional<Path> newest = Optional.empty();
        for (long mark : MARKS) {
            Path file = file(seed, Long.toString(mark));
            if (mark <= queries && Files.exists(file)) {
                newest = Optional.of(file);
            }
        }
        return newest.isPresent() ? Optional.of(read(newest.get())) : Optional.empty();
    }

    private static Found read(Path file) throws WorkException {
        return new Found(file, EstimatePng.read(file).estimate());
    }

    private Path file(long seed, String mark) {
        return folder.resolve("album").resolve("%016x-%s.png".formatted(seed, mark));
    }
}
