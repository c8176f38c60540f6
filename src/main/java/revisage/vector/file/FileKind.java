package revisage.vector.file;

import revisage.vector.VectorFileException;
import revisage.work.FileException;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a file is, told by its first bytes and never by its name.
enum FileKind {
    NPY,
    ZIP,
    PARQUET,
    SAFETENSORS,
    JSON,
    TABLE;

    static final String NO_PICKLE =
            "Save the numbers alone where you trust the file: numpy.save(\"leak.npy\", vectors) in"
                    + " Python, or safetensors.";
    private static final String CONVERT =
            "Save the vectors as .npy (numpy.save), .npz, CSV, JSON, safetensors or Parquet.";
    private static final int LOOK = 4096;

    /// @throws VectorFileException if it is something that is not read, with the way out
    static FileKind of(Path file) throws WorkException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw refused(file, "is not a file", "Name one vector file.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return of(in.readNBytes(LOOK), file);
            }
        } catch (IOException e) {
            throw FileException.of("read the vectors", file, e);
        }
    }

    private static FileKind of(byte[] head, Path file) throws VectorFileException {
        if (head.length == 0) {
            throw refused(file, "is empty", "Make the file again, or ask whoever made it.");
        }
        refuseWhatRuns(head, file);
        refuseOthers(head, file);
        if (begins(head, "\u0093NUMPY")) {
            return NPY;
        }
        if (begins(head, "PK\u0003\u0004") || begins(head, "PK\u0005\u0006")) {
            return ZIP;
        }
        if (begins(head, "PAR1")) {
            return PARQUET;
        }
        if (head.length > 8 && head[8] == '{' && hasControls(head, 8)) {
            return SAFETENSORS;
        }
        if (hasControls(head, head.length)) {
            throw refused(file, "is of no kind that is read here", CONVERT);
        }
        int first = begins(head, "\u00EF\u00BB\u00BF") ? 3 : 0;
        while (first < head.length && Character.isWhitespace(head[first])) {
            first++;
        }
        return first < head.length && (head[first] == '{' || head[first] == '[') ? JSON : TABLE;
    }

    private static void refuseWhatRuns(byte[] head, Path file) throws VectorFileException {
        boolean binary = head.length > 1 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5;
        boolean text = false;
        for (String opening :
                new String[] {"(lp", "(dp", "ccopy_reg\n", "cnumpy", "c__builtin__"}) {
            text |= begins(head, opening);
        }
        if (binary || text) {
            throw refused(
                    file,
                    "is a Python pickle, which can run any program when it is opened, so it is not"
                            + " opened",
                    NO_PICKLE);
        }
    }

    private static void refuseOthers(byte[] head, Path file) throws VectorFileException {
        String[][] others = {
            {"\u001F\u008B", "is packed with gzip", "Unpack it first."},
            {"BZh", "is packed with bzip2", "Unpack it first."},
            {"\u00FD7zXZ", "is packed with xz", "Unpack it first."},
            {"(\u00B5/\u00FD", "is packed with zstd", "Unpack it first."},
            {"7z\u00BC\u00AF", "is packed with 7-Zip", "Unpack it first."},
            {"\u0089HDF", "is an HDF5 file, which is not read", CONVERT},
            {"MATLAB 5.0", "is a MATLAB file, which is not read", CONVERT},
            {"ARROW1", "is an Arrow (Feather) file, which is not read", CONVERT},
            {"SQLite format 3", "is an SQLite database, which is not read", CONVERT},
            {"PARE", "is an encrypted Parquet file", "Write it without encryption."},
            {"\u00FF\u00FE", "is UTF-16 text", "Save it as UTF-8."},
            {"\u00FE\u00FF", "is UTF-16 text", "Save it as UTF-8."},
            {"\u00FF\u00D8\u00FF", "is a JPEG picture", "Name a vector file."},
            {"\u0089PNG", "is a PNG picture", "Name a vector file."},
        };
        for (String[] other : others) {
            if (begins(head, other[0])) {
                throw refused(file, other[1], other[2]);
            }
        }
    }

    private static boolean begins(byte[] head, String latin) {
        byte[] opening = latin.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= opening.length
                && java.util.Arrays.equals(head, 0, opening.length, opening, 0, opening.length);
    }

    private static boolean hasControls(byte[] head, int length) {
        for (int i = 0; i < length; i++) {
            if (head[i] >= 0 && head[i] < ' ' && "\t\n\f\r".indexOf(head[i]) < 0) {
                return true;
            }
        }
        return false;
    }

    private static VectorFileException refused(Path file, String reason, String remedy) {
        return new VectorFileException("%s %s.".formatted(file, reason), remedy);
    }
}
