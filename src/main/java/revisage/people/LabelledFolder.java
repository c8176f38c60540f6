package revisage.people;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Pictures of people on disk, with whom each shows. Immutable; the pictures are not opened.
///
/// Without a `labels.csv` the person is the name of the folder that directly holds the picture, at
/// any depth: LFW, VGGFace2, WebFace, FaceScrub. With a `labels.csv` (columns `id` and `person`,
/// the id being the path below the root) that table alone rules. Hidden files are ignored.
public final class LabelledFolder {

    /// The table that rules where it lies in the root.
    public static final String LABELS = "labels.csv";

    private final Path root;
    private final List<Portrait> portraits;
    private final int missing;
    private final List<String> remarks;

    private LabelledFolder(Path root, List<Portrait> portraits, int missing, List<String> remarks) {
        this.root = root;
        this.portraits = portraits.stream().sorted(Comparator.comparing(Portrait::id)).toList();
        this.missing = missing;
        this.remarks = List.copyOf(remarks);
    }

    /// Lists what lies below `root`.
    ///
    /// @throws PeopleException if there is no picture, or nothing says whom the pictures show
    /// @throws InterruptedException if stopped
    public static LabelledFolder scan(Path root) throws WorkException, InterruptedException {
        if (!Files.exists(root)) {
            throw new FileException(
                    "The folder %s does not exist.".formatted(root), "Check the path.");
        }
        if (!Files.isDirectory(root)) {
            throw new FileException(
                    "%s is a file, not a folder of pictures.".formatted(root),
                    "Name the folder that holds a folder for each person.");
        }
        PictureWalk found = PictureWalk.below(root);
        var remarks = new ArrayList<>(found.remarks());
        Path labels = root.resolve(LABELS);
        LabelledFolder folder =
                Files.exists(labels)
                        ? byTable(root, LabelsTable.read(labels), found, remarks)
                        : byFolder(root, found, remarks);
        if (folder.portraits.isEmpty()) {
            throw new PeopleException(
                    "There is no picture in %s that could be used.".formatted(root),
                    "Name a folder that holds a folder of JPEG or PNG files for each person.");
        }
        return folder;
    }

    private static LabelledFolder byFolder(Path root, PictureWalk found, List<String> remarks)
            throws PeopleException {
        var portraits = new ArrayList<Portrait>();
        var holders = new TreeMap<String, TreeSet<String>>();
        int loose = 0;
        for (var picture : found.pictures().entrySet()) {
            String id = picture.getKey();
            int end = id.lastIndexOf('/');
            if (end < 0) {
                loose++;
                continue;
            }
            String holder = id.substring(0, end);
            String person = holder.substring(holder.lastIndexOf('/') + 1);
            portraits.add(new Portrait(id, person, picture.getValue()));
            holders.computeIfAbsent(person, _ -> new TreeSet<>()).add(holder);
        }
        if (loose > 0 && portraits.isEmpty()) {
            throw new PeopleException(
                    "The %s in %s lie side by side, so nothing says whom they show."
                            .formatted(counted(loose, "picture"), root),
                    "Put the pictures of each person into a folder of the person's name, or add a %s with the columns id and person."
                            .formatted(LABELS));
        }
        if (loose > 0) {
            remarks.add(
                    "%s outside the people's folders left out"
                            .formatted(counted(loose, "picture")));
        }
        long spread = holders.values().stream().filter(h -> h.size() > 1).count();
        if (spread > 0) {
            remarks.add(
                    "%s found in more than one place and taken as one person each"
                            .formatted(counted(spread, "folder name")));
        }
        return new LabelledFolder(root, portraits, 0, remarks);
    }

    private static LabelledFolder byTable(
            Path root, Map<String, String> people, PictureWalk found, List<String> remarks) {
        var portraits = new ArrayList<Portrait>();
        Optional<String> firstMissing = Optional.empty();
        int missing = 0;
        int listed = 0;
        for (var row : people.entrySet()) {
            Path file = root.resolve(row.getKey());
            if (Files.isRegularFile(file)) {
                portraits.add(new Portrait(row.getKey(), row.getValue(), file));
                listed += found.pictures().containsKey(row.getKey()) ? 1 : 0;
            } else {
                missing++;
                firstMissing = firstMissing.or(() -> Optional.of(row.getKey()));
            }
        }
        if (missing > 0) {
            remarks.add(
                    "%s of %s without a file, the first: %s"
                            .formatted(
                                    counted(missing, "row"), LABELS, firstMissing.orElseThrow()));
        }
        int unlisted = found.pictures().size() - listed;
        if (unlisted > 0) {
            remarks.add(
                    "%s that %s does not list left out"
                            .formatted(counted(unlisted, "picture"), LABELS));
        }
        return new LabelledFolder(root, portraits, missing, remarks);
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// Only the pictures of people who have so many; empty if nobody has.
    public Optional<LabelledFolder> keeping(PhotoCount wanted) {
        Map<String, Long> photos =
                portraits.stream()
                        .collect(Collectors.groupingBy(Portrait::person, Collectors.counting()));
        Predicate<Portrait> chosen =
                p -> wanted.take(photos.getOrDefault(p.person(), 0L).intValue());
        return portraits.stream().anyMatch(chosen)
                ? Optional.of(keeping(chosen))
                : Optional.empty();
    }

    /// The same folder with those pictures only; there must be one.
    public LabelledFolder keeping(Predicate<Portrait> wanted) {
        List<Portrait> kept = portraits.stream().filter(wanted).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("no picture left");
        }
        return new LabelledFolder(root, kept, missing, remarks);
    }

    /// What was scanned.
    public Path root() {
        return root;
    }

    /// Sorted by id: the same files give the same list everywhere.
    public List<Portrait> portraits() {
        return portraits;
    }

    /// How many different people, 1 or more.
    public int people() {
        return Math.toIntExact(portraits.stream().map(Portrait::person).distinct().count());
    }

    /// Rows of the labels table whose file is not there, 0 or more.
    public int missing() {
        return missing;
    }

    /// What a person should know about this folder, in short phrases; mostly none.
    public List<String> remarks() {
        return remarks;
    }
}
