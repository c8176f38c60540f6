package revisage.work;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/// A file or folder cannot be read or written.
public final class FileException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong, and where
    /// @param remedy one sentence: what to do
    public FileException(String message, String remedy) {
        super(message, remedy);
    }

    private FileException(String message, String remedy, IOException cause) {
        super(message, remedy, cause);
    }

    /// Says in words what the operating system said in a code.
    ///
    /// @param doing the attempt as a verb phrase, for example `"read the model"`
    public static FileException of(String doing, Path file, IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ ->
                    new FileException(
                            "Cannot %s: %s does not exist.".formatted(doing, file),
                            "Check the path.",
                            cause);
            case AccessDeniedException _ ->
                    new FileException(
                            "Cannot %s: no permission for %s.".formatted(doing, file),
                            "Check the permissions of the file and its folder.",
                            cause);
            case IOException _ when full(cause) ->
                    new FileException(
                            "Cannot %s: the disk of %s is full.".formatted(doing, file),
                            "Free some space, then start again: what was finished is kept.",
                            cause);
            default ->
                    new FileException(
                            "Cannot %s: %s (%s).".formatted(doing, file, said(cause)),
                            "Check the disk (space, permissions) and try again.",
                            cause);
        };
    }

    private static String said(IOException cause) {
        return switch (cause) {
            case FileAlreadyExistsException _ -> "something else of this name is there";
            case NotDirectoryException _ -> "it is not a folder";
            case FileSystemException f when f.getReason() == null -> f.getClass().getSimpleName();
            case IOException _ -> String.valueOf(cause.getMessage());
        };
    }

    private static boolean full(IOException cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("not enough space");
    }
}
