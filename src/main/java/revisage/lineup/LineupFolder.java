package revisage.lineup;

import revisage.extract.PlanText;
import revisage.extract.StrictJson;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;

/// A visual study on disk: `lineup.json`, `pictures/` (a file a code), `answers/` (a log a
/// machine), and `key.json`, which stays with the researcher.
///
/// @param folder where it lies
/// @param plan what it says
public record LineupFolder(Path folder, LineupPlan plan) {

    /// The plan's file.
    public static final String PLAN = "lineup.json";

    /// Below the folder.
    public static final String PICTURES = "pictures";

    /// Below the folder.
    public static final String ANSWERS = "answers";

    /// @throws LineupException if the folder holds no study of this version
    public static LineupFolder open(Path folder) throws WorkException {
        Path file = folder.resolve(PLAN);
        if (!Files.isRegularFile(file)) {
            throw new LineupException(
                    "%s is no visual study: it has no %s.".formatted(folder, PLAN),
                    "Name a folder that 'revisage lineup design' wrote.");
        }
        LineupPlan plan =
                new PlanText<>(LineupException::new, 64 << 20)
                        .read(file, LineupPlan.class, LineupPlan.SCHEMA);
        return new LineupFolder(folder, plan);
    }

    /// Writes the plan whole or not at all.
    public void write() throws WorkException, InterruptedException {
        WholeFile.write("write the study", folder.resolve(PLAN), StrictJson.write(plan));
    }

    /// The file of a picture.
    public Path picture(String code) {
        return folder.resolve(PICTURES).resolve(code + ".png");
    }

    /// The log of one machine.
    ///
    /// @param place for example `kiosk-1`; letters, digits and `-`
    public Path log(String place) {
        if (!place.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a place of letters, digits and '-', not " + place);
        }
        return folder.resolve(ANSWERS).resolve(place + ".log");
    }
}
