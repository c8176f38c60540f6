package revisage.study;

import revisage.train.ReconstructorPlan;
import revisage.train.ReconstructorPlanFile;
import revisage.work.FileException;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/// Faces that one network of a grid was trained on, and the extractor's answers to them, lent to
/// the next: drawing people and asking the extractor is done once a set, not once a network.
///
/// They are lent as links to the same files, which a training only reads once they are whole. What
/// is not the same after all, a training finds out and makes anew; so this only saves time.
///
/// @param grid the folder of all networks
record SharedStock(Path grid) {

    /// A network's plan in its folder.
    static final String PLAN = "wanted.json";

    private static final List<String> ANSWERS = List.of("drawn", "pairs");

    /// Lends what fits, where the folder has none of its own.
    ///
    /// @param folder of the network to be trained
    void lend(Path folder, ReconstructorPlan plan) throws WorkException, InterruptedException {
        for (Path other : finished(folder)) {
            Work.pausePoint();
            ReconstructorPlan theirs = ReconstructorPlanFile.read(other.resolve(PLAN)).plan();
            if (!theirs.data().equals(plan.data()) || !theirs.people().equals(plan.people())) {
                continue;
            }
            link(other, folder, "faces");
            if (sameAnswers(theirs.complete(), plan.complete())) {
                for (String part : ANSWERS) {
                    link(other, folder, part);
                }
            }
        }
    }

    private static boolean sameAnswers(ReconstructorPlan a, ReconstructorPlan b) {
        return a.extractor().equals(b.extractor())
                && a.seed() == b.seed()
                && a.held() == b.held()
                && a.pairs().equals(b.pairs())
                && a.augmentation().equals(b.augmentation());
    }

    private List<Path> finished(Path but) throws FileException {
        try (Stream<Path> folders = Files.list(grid)) {
            return folders.filter(f -> !f.equals(but))
                    .filter(f -> Files.isRegularFile(f.resolve("training.json")))
                    .filter(f -> Files.isRegularFile(f.resolve(PLAN)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileException.of("look through the trained networks", grid, e);
        }
    }

    /// All of a part or nothing: a training goes on with what it finds in part, and would write
    /// into the other's files.
    private static void link(Path from, Path to, String part) throws FileException {
        Path theirs = from.resolve(part);
        Path own = to.resolve(part);
        if (!Files.isDirectory(theirs) || Files.exists(own)) {
            return;
        }
        Path half = to.resolve(part + ".half");
        try (Stream<Path> files = Files.list(theirs)) {
            Files.createDirectories(half);
            for (Path file : files.toList()) {
                Path link = half.resolve(file.getFileName());
                Files.deleteIfExists(link);
                Files.createLink(link, file);
            }
            Files.move(half, own, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException | UnsupportedOperationException _) {
            // A disk without links: this part is made anew.
        } catch (IOException e) {
            throw FileException.of("lend the faces", own, e);
        }
    }
}
