package revisage.train;

import revisage.face.FaceFinder;
import revisage.people.FaceReader;
import revisage.people.LabelledFolder;
import revisage.people.PhotoCount;
import revisage.people.WhichFace;
import revisage.work.Progress;
import revisage.work.Sha256;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The faces of a plan, opened.
///
/// @param all ready to be read in any order
/// @param unusable pictures that were left out
record TrainingFaces(LabelledFaces all, int unusable) {

    /// @param people which of a folder's; all
    /// @param base what relative paths of the data start from
    /// @param out folder in which prepared faces are kept
    static TrainingFaces open(
            TrainingData data,
            Optional<PhotoCount> people,
            Path base,
            Path out,
            TrainingTools tools,
            Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        if (data.synthetic().isPresent()) {
            var supply = new SyntheticSupply(data.synthetic().get(), tools.portraits());
            return of(FaceStock.open(out.resolve("faces"), supply, threads, progress));
        }
        if (data.folder().isPresent()) {
            var scanned = LabelledFolder.scan(base.resolve(data.folder().get()));
            return folder(chosen(scanned, people), data, base, out, tools, threads, progress);
        }
        return new TrainingFaces(
                RecordFaces.open(
                        base.resolve(data.records().orElseThrow()), tools.pictures(), progress),
                0);
    }

    private static LabelledFolder chosen(LabelledFolder all, Optional<PhotoCount> people)
            throws TrainingException {
        if (people.isEmpty()) {
            return all;
        }
        return all.keeping(people.get())
                .orElseThrow(
                        () ->
                                new TrainingException(
                                        "Nobody in %s has as many photos as the plan asks for."
                                                .formatted(all.root()),
                                        "Change 'people' in the plan."));
    }

    private static TrainingFaces folder(
            LabelledFolder folder,
            TrainingData data,
            Path base,
            Path out,
            TrainingTools tools,
            int threads,
            Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        if (data.finder().isEmpty()) {
            var reader = new FaceReader(tools.photos(), Optional.empty(), WhichFace.LARGEST, 1);
            var supply = new FolderSupply(folder, reader, "aligned");
            return of(FaceStock.open(out.resolve("faces"), supply, threads, progress));
        }
        Path yunet = base.resolve(data.finder().get());
        String by = Sha256.of(yunet);
        try (FaceFinder finder = tools.finders().open(yunet)) {
            var reader = new FaceReader(tools.photos(), Optional.of(finder), WhichFace.LARGEST, 1);
            var supply = new FolderSupply(folder, reader, by);
            return of(FaceStock.open(out.resolve("faces"), supply, threads, progress));
        }
    }

    private static TrainingFaces of(FaceStock stock) {
        return new TrainingFaces(stock, stock.unusable());
    }
}
