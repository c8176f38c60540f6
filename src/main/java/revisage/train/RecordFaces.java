package revisage.train;

import revisage.face.PhotoDecoder;
import revisage.work.WorkException;

import java.nio.file.Path;

/// InsightFace record files. (To come.)
final class RecordFaces {

    private RecordFaces() {}

    static LabelledFaces open(Path rec, PhotoDecoder photos) throws WorkException {
        throw new TrainingException("Record files cannot be read yet: " + rec, "Use a folder.");
    }
}
