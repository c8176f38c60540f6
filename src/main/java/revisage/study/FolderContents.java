package revisage.study;

import revisage.work.FileException;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// What lies in a folder, told by content.
public final class FolderContents {

    private FolderContents() {}

    /// SHA-256 of each file at any depth, by its path below the folder with `/` between steps.
    /// Hidden files and folders (those that begin with a dot) do not count.
    public static SortedMap<String, String> hashes(Path folder)
            throws WorkException, InterruptedException {
        var hashes = new TreeMap<String, String>();
        for (Path file : files(folder)) {
            hashes.put(String.join("/", names(folder.relativize(file))), Sha256.of(file));
        }
        return hashes;
    }

    private static List<Path> files(Path folder) throws WorkException {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            files.add(file);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw FileException.of("look into the folder", folder, e);
        }
        files.removeIf(f -> names(folder.relativize(f)).stream().anyMatch(n -> n.startsWith(".")));
        return files;
    }

    private static List<String> names(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false).map(Path::toString).toList();
    }
}
