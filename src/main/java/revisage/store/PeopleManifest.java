package revisage.store;

import revisage.face.FaceImage;
import revisage.face.Point;
import revisage.people.synthetic.Sitting;
import revisage.people.synthetic.SyntheticPeople;
import revisage.table.WholeCsv;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The list of synthetic photos in a folder, `manifest.csv`. Columns: person, photo, file, seed,
/// sex (`female`, `male`), age (years), tone (individual typology angle, degrees), yaw, pitch, roll
/// (degrees), then `x` and `y` of the five points in pixels of the picture, centre of the first
/// pixel = 0.
public final class PeopleManifest {

    /// Its name in the folder.
    public static final String FILE = "manifest.csv";

    private static final List<String> COLUMNS =
            List.of(
                    "person",
                    "photo",
                    "file",
                    "seed",
                    "sex",
                    "age",
                    "tone",
                    "yaw",
                    "pitch",
                    "roll",
                    "left_eye_x",
                    "left_eye_y",
                    "right_eye_x",
                    "right_eye_y",
                    "nose_x",
                    "nose_y",
                    "mouth_left_x",
                    "mouth_left_y",
                    "mouth_right_x",
                    "mouth_right_y");

    private PeopleManifest() {}

    /// One photo.
    ///
    /// @param file below the folder, steps joined by `/`
    public record Row(int person, int photo, String file, Sitting sitting) {}

    static String file(int person, int photo) {
        String label = SyntheticPeople.label(person);
        return String.format(Locale.ROOT, "%s/%s_%04d.png", label, label, photo);
    }

    static void write(List<Row> rows, int side, Path file)
            throws WorkException, InterruptedException {
        WholeCsv.write(
                "write the list of people",
                file,
                COLUMNS,
                csv -> {
                    for (Row row : rows) {
                        csv.printRecord(values(row, side));
                    }
                });
    }

    private static List<String> values(Row row, int side) {
        Sitting s = row.sitting();
        var values = new ArrayList<String>();
        values.add(SyntheticPeople.label(row.person()));
        values.add(Integer.toString(row.photo()));
        values.add(row.file());
        values.add(Long.toString(s.seed()));
        values.add(s.sex().name().toLowerCase(Locale.ROOT));
        for (double v : new double[] {s.age(), s.tone(), s.yaw(), s.pitch(), s.roll()}) {
            values.add(String.format(Locale.ROOT, "%.2f", v));
        }
        double scale = (double) side / FaceImage.SIDE;
        for (Point p : s.points().toList()) {
            values.add(String.format(Locale.ROOT, "%.3f", (p.x() + 0.5) * scale - 0.5));
            values.add(String.format(Locale.ROOT, "%.3f", (p.y() + 0.5) * scale - 0.5));
        }
        return values;
    }
}
