package revisage.study;

import revisage.extract.StrictJson;
import revisage.store.StoredGallery.Excluded;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;

/// What is worth knowing of how a step came about: `step.json` in its folder.
///
/// @param device where the extractor ran, in words
/// @param alignment how faces were cut out, in words
/// @param excluded pictures that could not be used
record StepNote(String device, String alignment, List<Excluded> excluded) {

    static final String FILE = "step.json";

    StepNote {
        excluded = List.copyOf(excluded);
    }

    void write(Path folder) throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(this);
        WholeFile.write("write the note", folder.resolve(FILE), json);
    }
}
