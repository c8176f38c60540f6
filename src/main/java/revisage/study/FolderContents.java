package revisage.study;

import org.jspecify.annotations.Nullable;

import revisage.work.FileException;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /// One hash for the whole folder.
    public static String fingerprint(Path folder) throws WorkException, InterruptedException {
        var lines = new StringBuilder();
        hashes(folder)
                .forEach((name, hash) -> lines.append(hash).append(' ').append(name).append('\n'));
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files(Path folder) throws WorkException {
        List<Path> files = new ArrayList<>();
        walk("look into the folder", folder, files::add, _ -> {});
        files.removeIf(f -> names(folder.relativize(f)).stream().anyMatch(n -> n.startsWith(".")));
        return files;
    }

    private static List<String> names(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false).map(Path::toString).toList();
    }

    /// Deletes a folder with all that is in it; links are not followed.
    static void delete(Path folder) throws WorkException {
        if (!Files.exists(folder)) {
            return;
        }
        walk("empty the folder", folder, Files::delete, Files::delete);
    }

    private static void walk(String doing, Path folder, Each files, Each foldersAfterwards)
            throws WorkException {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            files.take(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path visited, @Nullable IOException failed) throws IOException {
                            if (failed != null) {
                                throw failed;
                            }
                            foldersAfterwards.take(visited);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw FileException.of(doing, folder, e);
        }
    }

    private interface Each {

        void take(Path path) throws IOException;
    }
}
