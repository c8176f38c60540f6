package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.people.LabelledFolder;
import revisage.people.synthetic.Sitting;
import revisage.people.synthetic.SyntheticPeople;
import revisage.study.FakeEngines;
import revisage.work.WorkException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import javax.imageio.ImageIO;

class PeopleVerbTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path dir;

    @Test
    void peopleLieAsLfwDoesWithAListOfThem()
            throws IOException, WorkException, InterruptedException {
        assertEquals(0, run("people", "--people", "3", "--photos", "2", "--out", at("p")));
        var folder = LabelledFolder.scan(dir.resolve("p"));
        assertEquals(3, folder.people());
        assertEquals(6, folder.portraits().size());
        List<String> lines = Files.readAllLines(dir.resolve("p/manifest.csv"));
        assertEquals(7, lines.size());
        String[] row = lines.get(4).split(",", -1);
        Sitting known = new SyntheticPeople(1).sitting(1, 1);
        assertEquals("p000001", row[0]);
        assertEquals("1", row[1]);
        assertEquals("p000001/p000001_0001.png", row[2]);
        assertEquals(Long.toString(known.seed()), row[3]);
        assertEquals(known.sex().name(), row[4].toUpperCase(java.util.Locale.ROOT));
        assertEquals(known.age(), Double.parseDouble(row[5]), 0.01);
        assertEquals(known.points().mouthRight().y(), Double.parseDouble(row[19]), 0.001);
    }

    @Test
    void theFileHoldsThePixelsThatTheSeedGives() throws IOException {
        run("people", "--people", "1", "--photos", "1", "--seed", "4", "--out", at("p"));
        var image = ImageIO.read(dir.resolve("p/p000000/p000000_0000.png").toFile());
        byte[] rgb = new SyntheticPeople(4).portrait(0, 0).toRgb();
        byte[] read = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = image.getRGB(i / 3 % 112, i / 336);
            read[i] = (byte) (pixel >> (16 - 8 * (i % 3)));
        }
        assertArrayEquals(rgb, read);
    }

    @Test
    void startedAgainItDrawsOnlyWhatIsMissing() throws IOException {
        run("people", "--people", "2", "--photos", "2", "--out", at("p"));
        Path kept = dir.resolve("p/p000000/p000000_0000.png");
        var old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(kept, old);
        Path gone = dir.resolve("p/p000001/p000001_0001.png");
        byte[] before = Files.readAllBytes(gone);
        Files.delete(gone);
        JsonNode json = json("people", "--people", "2", "--photos", "3", "--out", at("p"));
        assertEquals(3, json.get("made").asInt());
        assertEquals(3, json.get("kept").asInt());
        assertEquals(old, Files.getLastModifiedTime(kept));
        assertArrayEquals(before, Files.readAllBytes(gone));
    }

    @Test
    void aForeignFolderOrOtherPeopleAreRefused() throws IOException {
        Files.createDirectories(dir.resolve("mine"));
        Files.writeString(dir.resolve("mine/letter.txt"), "dear");
        assertEquals(2, run("people", "--people", "1", "--out", at("mine")));
        assertTrue(err.toString().contains("not empty"), err.toString());
        run("people", "--people", "1", "--photos", "1", "--out", at("p"));
        assertEquals(
                2,
                run("people", "--people", "1", "--photos", "1", "--seed", "2", "--out", at("p")));
        assertEquals(2, run("people", "--people", "1", "--size", "90", "--out", at("q")));
    }

    @Test
    void largerPicturesHaveTheirPointsInTheirOwnPixels() throws IOException {
        run("people", "--people", "1", "--photos", "1", "--size", "224", "--out", at("p"));
        assertEquals(
                224, ImageIO.read(dir.resolve("p/p000000/p000000_0000.png").toFile()).getWidth());
        String[] row = Files.readAllLines(dir.resolve("p/manifest.csv")).get(1).split(",", -1);
        double x = new SyntheticPeople(1).sitting(0, 0).points().leftEye().x();
        assertEquals(2 * x + 0.5, Double.parseDouble(row[10]), 0.002);
    }

    private String at(String name) {
        return dir.resolve(name).toString();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return new CommandLineProgram(new FakeEngines(), new PrintWriter(out), new PrintWriter(err))
                .run(arguments);
    }

    private JsonNode json(String... arguments) throws IOException {
        String[] more = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        more[arguments.length] = "--json";
        assertEquals(0, run(more), err::toString);
        return new ObjectMapper().readTree(out.toString());
    }
}
