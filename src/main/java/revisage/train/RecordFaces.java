package revisage.train;

import revisage.face.FaceImage;
import revisage.face.Photo;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/// The faces of a [RecordFile], decoded when they are wanted: millions would not fit the disk raw.
final class RecordFaces implements LabelledFaces {

    private final RecordFile file;
    private final TrainingTools.Pictures pictures;
    private final long[] offsets;
    private final int[] people;
    private final int count;

    private RecordFaces(
            RecordFile file,
            TrainingTools.Pictures pictures,
            long[] offsets,
            int[] people,
            int count) {
        this.file = file;
        this.pictures = pictures;
        this.offsets = offsets;
        this.people = people;
        this.count = count;
    }

    /// Reads the index and all labels.
    static RecordFaces open(
            Path rec, TrainingTools.Pictures pictures, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        RecordFile file = RecordFile.map(rec);
        long[] offsets = file.pictures(progress);
        int[] labels = new int[offsets.length];
        for (int i = 0; i < labels.length; i++) {
            Work.pausePoint();
            labels[i] = file.label(offsets[i]);
            if (i % 1000 == 0) {
                progress.accept(new Progress("Reading records", i, labels.length, "records"));
            }
        }
        int[] known = Arrays.stream(labels).distinct().sorted().toArray();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Arrays.binarySearch(known, labels[i]);
        }
        return new RecordFaces(file, pictures, offsets, labels, known.length);
    }

    @Override
    public int count() {
        return offsets.length;
    }

    @Override
    public int people() {
        return count;
    }

    @Override
    public int person(int i) {
        return people[i];
    }

    @Override
    public void copy(int i, byte[] rgb) throws WorkException {
        Photo photo = pictures.decode(file.picture(offsets[i]), file.path());
        if (photo.width() != FaceImage.SIDE || photo.height() != FaceImage.SIDE) {
            throw new TrainingException(
                    "A picture of %s has %dx%d pixels; faces there must be aligned, 112x112."
                            .formatted(file.path(), photo.width(), photo.height()),
                    "Name a record file of aligned faces.");
        }
        System.arraycopy(photo.pixels(), 0, rgb, 0, FaceImage.VALUES);
    }
}
