package revisage.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What a project says: `project.json`. Immutable; every edit is another one.
///
/// Paths start from the project's folder, steps joined by `/`, or are absolute.
///
/// @param schema version of this layout, 2; files of 1, which know no networks and no `typeI`, are
///   read as what they mean today
/// @param title a few words
/// @param synthetic whether all people in it are computed, so that nobody's face needs a cover
/// @param authority what allows the analyst to work on these data; empty until it was asked
/// @param leak the vector file
/// @param extractors ONNX files
/// @param attacked the extractor that the vectors came from, one of `extractors`
/// @param finder a YuNet file, for pictures that are not aligned
/// @param photos the leaked people's photos, where they are at hand: ids are paths below it
/// @param publicFaces faces of other people, from which searches learn what faces look like
/// @param components principal axes of the public faces, 1..4096
/// @param galleries who can be looked for
/// @param runs reconstructions, in the order they were begun
/// @param typeI whether the photo that a vector was made from may be found; no if it is left out
/// @param place where one was
public record ProjectFile(
        int schema,
        String title,
        boolean synthetic,
        Optional<Authority> authority,
        Optional<String> leak,
        List<String> extractors,
        Optional<String> attacked,
        Optional<String> finder,
        Optional<String> photos,
        Optional<String> publicFaces,
        int components,
        List<GalleryEntry> galleries,
        List<RunEntry> runs,
        Optional<Boolean> typeI,
        Place place) {

    /// The layout this program writes. It reads all before it, too.
    public static final int SCHEMA = 2;

    /// The word for a trained network in place of a search.
    public static final String NETWORK = "network";

    /// Principal axes where nobody chose.
    private static final int COMPONENTS = 256;

    public ProjectFile {
        schema = SCHEMA;
        extractors = List.copyOf(extractors);
        galleries = List.copyOf(galleries);
        runs = List.copyOf(runs);
        if (components < 1 || components > 4_096) {
            throw new IllegalArgumentException("components is 1..4096, not " + components);
        }
        if (attacked.isPresent() && !extractors.contains(attacked.get())) {
            throw new IllegalArgumentException("attacked is one of the extractors");
        }
    }

    /// What was answered on the first start.
    ///
    /// @param basis one of the answers offered
    /// @param remark in the analyst's words; may be empty
    /// @param on the day, `YYYY-MM-DD`
    public record Authority(String basis, String remark, String on) {}

    /// @param folder of the gallery
    /// @param extractor ONNX file, one of the project's
    /// @param images the labelled folder it was made from
    public record GalleryEntry(String folder, String extractor, Optional<String> images) {}

    /// One reconstruction.
    ///
    /// @param folder what it wrote
    /// @param search `linear`, `full-vector`, `score` or `reference`; or `network`
    /// @param network what made the faces; for `network` alone
    /// @param queries a target, at most
    /// @param targets rows of the leaked file; empty for all
    /// @param extractor attacked
    /// @param finished whether it came to its end
    public record RunEntry(
            String folder,
            String search,
            Optional<NetworkEntry> network,
            Optional<Long> queries,
            long seed,
            List<Integer> targets,
            String extractor,
            boolean finished) {

        public RunEntry {
            targets = List.copyOf(targets);
            if (search.equals(NETWORK) != network.isPresent()) {
                throw new IllegalArgumentException(
                        "a run by 'network' names its 'network', and no other does");
            }
        }

        /// Whether the extractor is asked about each target.
        public boolean asks() {
            return !search.equals(NETWORK) && !search.equals("linear");
        }

        /// The same run, at its end.
        public RunEntry ended() {
            return new RunEntry(folder, search, network, queries, seed, targets, extractor, true);
        }
    }

    /// A trained network.
    ///
    /// @param file ONNX file, its card beside it
    /// @param method as its card names it, for example `nbnet` or `naive (re-creation)`
    public record NetworkEntry(String file, String method) {}

    /// Where one was.
    ///
    /// @param screen its name
    /// @param target row in the leaked file
    /// @param k candidates shown
    public record Place(String screen, int target, int k) {}

    /// A project without anything in it.
    public static ProjectFile empty(String title) {
        return new ProjectFile(
                SCHEMA,
                title,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                COMPONENTS,
                List.of(),
                List.of(),
                Optional.empty(),
                new Place("leak", 0, 10));
    }

    /// Another answer to the question of authority.
    public ProjectFile withAuthority(Authority answer) {
        return with(Optional.of(answer), leak, extractors, attacked, galleries, runs, place);
    }

    /// Another vector file. Runs of the old one stay on the disk, but are forgotten here.
    public ProjectFile withLeak(String file) {
        var kept = leak.equals(Optional.of(file)) ? runs : List.<RunEntry>of();
        return with(authority, Optional.of(file), extractors, attacked, galleries, kept, place);
    }

    /// One extractor more; the first one is taken as the attacked one.
    public ProjectFile withExtractor(String onnx) {
        var all = new LinkedHashSet<>(extractors);
        all.add(onnx);
        return with(
                authority,
                leak,
                List.copyOf(all),
                attacked.or(() -> Optional.of(onnx)),
                galleries,
                runs,
                place);
    }

    /// One extractor less; its galleries and runs stay on the disk, but are forgotten here.
    public ProjectFile withoutExtractor(String onnx) {
        return with(
                authority,
                leak,
                extractors.stream().filter(e -> !e.equals(onnx)).toList(),
                attacked.filter(a -> !a.equals(onnx)),
                galleries.stream().filter(g -> !g.extractor().equals(onnx)).toList(),
                runs.stream().filter(r -> !r.extractor().equals(onnx)).toList(),
                place);
    }

    /// The vectors came from this one.
    public ProjectFile withAttacked(String onnx) {
        return with(authority, leak, extractors, Optional.of(onnx), galleries, runs, place);
    }

    /// One gallery more, or the same again.
    public ProjectFile withGallery(GalleryEntry gallery) {
        var all = new ArrayList<>(galleries);
        all.removeIf(g -> g.folder().equals(gallery.folder()));
        all.add(gallery);
        return with(authority, leak, extractors, attacked, all, runs, place);
    }

    /// One gallery less.
    public ProjectFile withoutGallery(String folder) {
        return with(
                authority,
                leak,
                extractors,
                attacked,
                galleries.stream().filter(g -> !g.folder().equals(folder)).toList(),
                runs,
                place);
    }

    /// One run more, or the same further on.
    public ProjectFile withRun(RunEntry run) {
        var all = new ArrayList<>(runs);
        int at = all.stream().map(RunEntry::folder).toList().indexOf(run.folder());
        if (at < 0) {
            all.add(run);
        } else {
            all.set(at, run);
        }
        return with(authority, leak, extractors, attacked, galleries, all, place);
    }

    /// One run less.
    public ProjectFile withoutRun(String folder) {
        return with(
                authority,
                leak,
                extractors,
                attacked,
                galleries,
                runs.stream().filter(r -> !r.folder().equals(folder)).toList(),
                place);
    }

    /// Somewhere else.
    public ProjectFile at(Place now) {
        return with(authority, leak, extractors, attacked, galleries, runs, now);
    }

    /// Other folders beside the leak.
    public ProjectFile withFaces(
            Optional<String> photoFolder,
            Optional<String> publicFolder,
            Optional<String> faceFinder,
            int axes) {
        return new ProjectFile(
                schema,
                title,
                synthetic,
                authority,
                leak,
                extractors,
                attacked,
                faceFinder,
                photoFolder,
                publicFolder,
                axes,
                galleries,
                runs,
                typeI,
                place);
    }

    /// All people in it are computed.
    public ProjectFile ofSyntheticPeople() {
        return new ProjectFile(
                schema,
                title,
                true,
                authority,
                leak,
                extractors,
                attacked,
                finder,
                photos,
                publicFaces,
                components,
                galleries,
                runs,
                typeI,
                place);
    }

    /// Whether source photos may be found.
    public ProjectFile withTypeI(boolean may) {
        return new ProjectFile(
                schema,
                title,
                synthetic,
                authority,
                leak,
                extractors,
                attacked,
                finder,
                photos,
                publicFaces,
                components,
                galleries,
                runs,
                may ? Optional.of(true) : Optional.empty(),
                place);
    }

    private ProjectFile with(
            Optional<Authority> newAuthority,
            Optional<String> newLeak,
            List<String> newExtractors,
            Optional<String> newAttacked,
            List<GalleryEntry> newGalleries,
            List<RunEntry> newRuns,
            Place newPlace) {
        return new ProjectFile(
                schema,
                title,
                synthetic,
                newAuthority,
                newLeak,
                newExtractors,
                newAttacked,
                finder,
                photos,
                publicFaces,
                components,
                newGalleries,
                newRuns,
                typeI,
                newPlace);
    }
}
