package revisage.lineup.page;

import revisage.extract.StrictJson;
import revisage.lineup.Forms;
import revisage.lineup.LineupFolder;
import revisage.lineup.LineupPlan;
import revisage.lineup.SmallStudy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

import javax.imageio.ImageIO;

/// A small study on disk, with coloured squares for faces.
public final class PaintedStudy {

    private PaintedStudy() {}

    /// Two methods, two questions each, two checks and a test of two pairs: eight questions.
    public static LineupFolder make(Path folder) throws Exception {
        return write(folder, new SmallStudy(2, 2, 6, 0.5).plan(), List.of());
    }

    /// @param faces shown instead of squares, in turn; none for squares
    public static LineupFolder write(Path folder, LineupPlan plan, List<Path> faces)
            throws Exception {
        Files.createDirectories(folder.resolve(LineupFolder.PICTURES));
        Files.createDirectories(folder.resolve(LineupFolder.ANSWERS));
        Files.write(folder.resolve(LineupFolder.PLAN), StrictJson.write(plan));
        var study = LineupFolder.open(folder);
        var codes = new TreeSet<String>();
        var forms = new Forms(plan);
        for (int form = 0; form < 3 * plan.cycle(); form++) {
            codes.addAll(forms.questionnaire(form, "", plan.languages().getFirst()).pictures());
        }
        int i = 0;
        for (String code : codes) {
            if (faces.isEmpty()) {
                ImageIO.write(square(i), "png", study.picture(code).toFile());
            } else {
                Files.copy(faces.get(i % faces.size()), study.picture(code));
            }
            i++;
        }
        return study;
    }

    private static BufferedImage square(int number) {
        var image = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.getHSBColor(number * 0.137f, 0.5f, 0.8f));
        pen.fillRect(0, 0, 112, 112);
        pen.dispose();
        return image;
    }
}
