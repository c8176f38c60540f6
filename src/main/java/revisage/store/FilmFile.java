package revisage.store;

import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// How a face formed: its stages, each a marked picture as [EstimatePng] writes it, in one ZIP file
/// beside the pictures of the run. The same stages give the same bytes.
///
/// @param stages the first first
public record FilmFile(List<EstimatePng> stages) {

    private static final int MOST = 1_000;
    private static final long MIDNIGHT = 315_532_800_000L; // 1980, where ZIP begins to count

    public FilmFile {
        stages = List.copyOf(stages);
    }

    /// Where the film of a reconstruction lies.
    public static Path of(Path run, Reconstruction row) {
        Path picture = run.resolve(row.image());
        String name = String.valueOf(picture.getFileName()).replaceFirst("\\.png$", ".zip");
        return run.resolve("film").resolve(name);
    }

    /// Writes the file whole or not at all.
    public void write(Path file) throws WorkException, InterruptedException {
        WholeFile.write(
                "write the stages of a face",
                file,
                half -> {
                    try (var zip = new ZipOutputStream(Files.newOutputStream(half))) {
                        zip.setLevel(0); // PNG is packed already
                        for (int i = 0; i < stages.size(); i++) {
                            var entry = new ZipEntry(String.format(Locale.ROOT, "%03d.png", i));
                            entry.setTime(MIDNIGHT);
                            zip.putNextEntry(entry);
                            zip.write(stages.get(i).encoded());
                            zip.closeEntry();
                        }
                    }
                });
    }

    /// Reads back what [#write(Path)] wrote.
    ///
    /// @throws StoreException if a picture in it is none of ours
    public static FilmFile read(Path file) throws WorkException {
        var stages = new ArrayList<EstimatePng>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null && stages.size() < MOST) {
                stages.add(EstimatePng.read(zip, file));
            }
        } catch (IOException e) {
            throw FileException.of("read the stages of a face", file, e);
        }
        return new FilmFile(stages);
    }
}
