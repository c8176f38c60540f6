package revisage.study;

import revisage.extract.Extractor;
import revisage.people.FaceReader;
import revisage.people.LabelledFolder;
import revisage.people.PeopleException;
import revisage.store.FolderLock;
import revisage.store.ResultTables;
import revisage.store.StoredGallery;
import revisage.vector.VectorFiles;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Makes a vectors file from a labelled folder: what would have leaked.
///
/// Ids are the pictures' paths below the folder, labels the people. Work in progress lies in a
/// hidden folder beside the target and is on the disk every second or 1,000 pictures; the same
/// embedding goes on from there, whatever stopped it, in the same blocks and so to the same bytes.
///
/// @param folder the people
/// @param reader opens and aligns their pictures
/// @param alignment how, in words; work in progress with other words is not gone on with
/// @param extractor stays the caller's
/// @param files writes the target
/// @param target `.npy`, `.parquet` or `.csv`; must not exist
public record FolderEmbedding(
        LabelledFolder folder,
        FaceReader reader,
        String alignment,
        Extractor extractor,
        VectorFiles files,
        Path target)
        implements Work<Progress, FolderEmbedding.Result> {

    private static final String LOG = "faces.log";

    /// What came out.
    ///
    /// @param vectors written
    /// @param people with a vector, 1 or more
    /// @param excluded pictures that could not be used; also in [#excludedFile(Path)]
    /// @param notes what a person should know of single pictures, counted by note
    /// @param resumed pictures that an earlier run had done
    public record Result(
            int vectors,
            int people,
            List<StoredGallery.Excluded> excluded,
            Map<String, Integer> notes,
            int resumed) {

        public Result {
            excluded = List.copyOf(excluded);
        }
    }

    /// Where the pictures that could not be used are listed: `leak.npy` -> `leak.npy.excluded.csv`.
    public static Path excludedFile(Path target) {
        return target.resolveSibling(target.getFileName() + ".excluded.csv");
    }

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        Path home = target.toAbsolutePath().normalize();
        Path workshop = home.resolveSibling("." + home.getFileName() + ".embedding");
        if (Files.exists(target) && !Files.exists(workshop)) {
            throw new FileException(
                    "%s exists already.".formatted(target),
                    "Name another file, or delete this one if it is not needed any more.");
        }
        Result result;
        try (FolderLock _ = FolderLock.take(workshop)) {
            Embedding.Result made =
                    new Embedding(
                                    folder.portraits(),
                                    reader,
                                    "%s, %s"
                                            .formatted(
                                                    alignment,
                                                    folder.root().toAbsolutePath().normalize()),
                                    extractor,
                                    workshop.resolve(LOG))
                            .run(events);
            write(made);
            result =
                    new Result(
                            made.vectors().count(),
                            (int) made.vectors().labels().orElseThrow().stream().distinct().count(),
                            made.excluded(),
                            made.notes(),
                            made.resumed());
        }
        clear(workshop);
        return result;
    }

    private void write(Embedding.Result made) throws WorkException, InterruptedException {
        if (made.vectors().count() == 0) {
            throw new PeopleException(
                    "None of the %d pictures in %s could be used; the first: %s."
                            .formatted(
                                    folder.portraits().size(),
                                    folder.root(),
                                    made.excluded().getFirst().reason()),
                    "Name aligned 112x112 faces, or a face finder with --finder.");
        }
        Path excluded = excludedFile(target);
        if (made.excluded().isEmpty()) {
            delete(excluded);
        } else {
            ResultTables.writeExcluded(made.excluded(), excluded);
        }
        files.write(made.vectors(), target);
    }

    private static void clear(Path workshop) throws WorkException {
        for (String file : List.of(LOG, ".lock")) {
            delete(workshop.resolve(file));
        }
        delete(workshop);
    }

    private static void delete(Path path) throws WorkException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw FileException.of("delete what is not needed any more", path, e);
        }
    }
}
