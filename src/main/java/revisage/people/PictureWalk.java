package revisage.people;

import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Finds the pictures below a folder, following links.
final class PictureWalk extends SimpleFileVisitor<Path> {

    /// Also kinds that cannot be read: they are to be listed as left out, with the reason.
    private static final Set<String> ENDINGS =
            Set.of(
                    "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "webp", "tif", "tiff",
                    "heic", "avif", "jp2");

    private final Path root;
    private final TreeMap<String, Path> pictures = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    private PictureWalk(Path root) {
        this.root = root;
    }

    static PictureWalk below(Path root) throws WorkException, InterruptedException {
        var walk = new PictureWalk(root);
        try {
            Files.walkFileTree(
                    root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            throw FileException.of("list the pictures", root, e);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped on request");
        }
        return walk;
    }

    /// File by id, sorted.
    Map<String, Path> pictures() {
        return pictures;
    }

    List<String> remarks() {
        return remarks;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(root) && hidden(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!hidden(file) && attributes.isRegularFile() && isPicture(file)) {
            pictures.put(idOf(file), file);
        }
        // The thread stays interrupted; `below` turns that into the exception.
        return Thread.currentThread().isInterrupted()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
        if (file.equals(root)) {
            throw problem;
        }
        if (!(problem instanceof FileSystemLoopException)) {
            remarks.add("%s cannot be read and was left out".formatted(idOf(file)));
        }
        return FileVisitResult.CONTINUE;
    }

    private String idOf(Path file) {
        return StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static boolean hidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                || looksLikePicture(file);
    }

    /// FaceScrub and other downloads leave pictures without an ending.
    private static boolean looksLikePicture(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4
                    && ((start[0] == (byte) 0xFF
                                    && start[1] == (byte) 0xD8
                                    && start[2] == (byte) 0xFF)
                            || (start[0] == (byte) 0x89
                                    && start[1] == 'P'
                                    && start[2] == 'N'
                                    && start[3] == 'G'));
        } catch (IOException _) {
            return false;
        }
    }
}
