package revisage.window.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static revisage.window.shell.DrivenWindow.act;
import static revisage.window.shell.DrivenWindow.await;
import static revisage.window.shell.DrivenWindow.onScreen;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.GridView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import revisage.match.Cards;
import revisage.match.Gallery;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.store.GalleryFolder;
import revisage.store.PictureStrip;
import revisage.store.StoredGallery;
import revisage.vector.VectorSet;
import revisage.window.FaceView;
import revisage.window.StallWatch;
import revisage.window.StepState;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

/// Ten million leaked vectors, a hundred thousand enrolled pictures: looked at without waiting.
@Tag("smooth")
class MuchDataTest extends DrivenTest {

    private static final int VECTORS = 10_000_000;
    private static final int PICTURES = 100_000;
    private static final int PEOPLE = 30_000;
    private static final int DIMENSION = 4;
    private static final int LONGEST_STALL = 100;
    private static final int STEPS = 60;

    @Test
    void aTableOverTenMillionVectorsScrollsAndPicksAtOnce() throws Exception {
        Path npy = npy(folder.resolve("leak.npy"));
        var project =
                new Project(
                        folder.resolve("p"),
                        ProjectFile.empty("Much").withLeak(npy.toString()).ofSyntheticPeople());
        project.save();
        act(() -> driven.window().opening().project(project.folder()));
        await("the vectors are read", () -> driven.kind("leak") == StepState.Kind.DONE);
        driven.show("leak");
        var table = driven.find("#table", TableView.class);
        ComboBox<?> stretches = driven.find("#stretches", ComboBox.class);
        assertEquals(10, onScreen(() -> stretches.getItems().size()));
        try (var watch = new StallWatch(Platform::runLater)) {
            act(() -> table.scrollTo(10));
            watch.begin();
            var dice = new Random(1);
            for (int i = 0; i < STEPS; i++) {
                int row = dice.nextInt(VECTORS / 10);
                act(() -> table.scrollTo(row));
            }
            scroll(bar(table));
            quick("scrolled", watch);

            watch.begin();
            act(() -> table.getSelectionModel().clearAndSelect(7));
            assertEquals("1 picked as targets", driven.text("#picked"));
            act(() -> stretches.getSelectionModel().select(9));
            assertEquals("Rows 9,000,001 to 10,000,000", shown(stretches));
            assertEquals("1 picked as targets", driven.text("#picked"));
            key(table, KeyCode.DOWN, false, true);
            act(() -> table.getSelectionModel().select(999_999));
            assertEquals("2 picked as targets", driven.text("#picked"));
            assertEquals(9_999_999, onScreen(() -> table.getSelectionModel().getSelectedItem()));
            act(() -> stretches.getSelectionModel().select(0));
            assertEquals(7, onScreen(() -> table.getSelectionModel().getSelectedItem()));
            key(table, KeyCode.DOWN, false, false);
            assertEquals("1 picked as targets", driven.text("#picked"));
            key(table, KeyCode.A, false, true);
            assertEquals("All vectors are targets", driven.text("#picked"));
            act(() -> table.getFocusModel().focus(0));
            key(table, KeyCode.END, true, false);
            assertEquals("All vectors are targets", driven.text("#picked"));
            quick("picked", watch);
        }
    }

    private static <T> String shown(ComboBox<T> box) {
        return onScreen(() -> box.getConverter().toString(box.getValue()));
    }

    private static void key(Node node, KeyCode code, boolean shift, boolean control) {
        var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
        act(() -> Event.fireEvent(node, event));
    }

    private static void scroll(ScrollBar bar) {
        for (int i = 0; i <= STEPS; i++) {
            double to = (double) i / STEPS;
            act(() -> bar.setValue(to));
        }
    }

    private static void quick(String what, StallWatch watch) {
        StallWatch.Report seen = watch.report();
        System.out.println(what + ": " + seen);
        assertTrue(seen.longest() < LONGEST_STALL * seen.stretch(), what + ": " + seen);
    }

    @Test
    void aHundredThousandFacesScrollAndAreSearched() throws Exception {
        Project project = PaintedProject.make(folder.resolve("p"), false);
        Path gallery = gallery(project.folder().resolve("gallery-much"));
        Project more =
                project.saying(
                        project.file()
                                .withGallery(
                                        new ProjectFile.GalleryEntry(
                                                project.name(gallery),
                                                "b.onnx",
                                                Optional.empty())));
        more.save();
        driven.open(more);
        driven.show("gallery");
        GridView<?> grid =
                onScreen(() -> (GridView<?>) driven.stage().getScene().lookup(".grid-view"));
        await("the gallery is open", () -> grid.getItems().size() == PICTURES);
        try (var watch = new StallWatch(Platform::runLater)) {
            scroll(bar(grid));
            watch.begin();
            scroll(bar(grid));
            quick("scrolled", watch);
            await(
                    "the faces in view are there",
                    () ->
                            grid.lookupAll(".face-view").stream()
                                    .map(FaceView.class::cast)
                                    .allMatch(FaceView::shows));
            watch.begin();
            var search = driven.find("#search", TextField.class);
            for (String text : List.of("p", "pe", "person 02", "person 0299", "PERSON_02999")) {
                act(() -> search.setText(text));
            }
            quick("searched", watch);
            assertEquals("4 photos of one person", driven.text("#count"));
        }
    }

    private static ScrollBar bar(Node in) {
        return onScreen(
                () ->
                        in.lookupAll(".scroll-bar").stream()
                                .map(ScrollBar.class::cast)
                                .filter(
                                        b ->
                                                b.getOrientation()
                                                        == javafx.geometry.Orientation.VERTICAL)
                                .findFirst()
                                .orElseThrow());
    }

    /// Ten million vectors, of which the first thousand are not zero: the rest takes no disk.
    private static Path npy(Path file) throws Exception {
        String header =
                String.format(
                        Locale.ROOT,
                        "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
                        VECTORS,
                        DIMENSION);
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        var first = ByteBuffer.allocate(1_000 * DIMENSION * 4).order(ByteOrder.LITTLE_ENDIAN);
        var dice = new Random(1);
        while (first.hasRemaining()) {
            first.putFloat(dice.nextFloat());
        }
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
            out.write(padded.getBytes(StandardCharsets.US_ASCII));
            out.write(first.array());
            out.setLength(128 + (long) VECTORS * DIMENSION * 4);
        }
        return file;
    }

    private Path gallery(Path out) throws Exception {
        var ids = new ArrayList<String>();
        var people = new ArrayList<String>();
        var pixels = new ArrayList<String>();
        var ends = new long[PICTURES];
        Path strip = folder.resolve("strip.bin");
        List<byte[]> jpegs = jpegs();
        long end = 0;
        try (OutputStream all = Files.newOutputStream(strip);
                var buffered = new java.io.BufferedOutputStream(all, 1 << 20)) {
            for (int i = 0; i < PICTURES; i++) {
                String person = String.format(Locale.ROOT, "Person_%05d", i % PEOPLE);
                ids.add(person + "/" + i + ".png");
                people.add(person);
                pixels.add(String.format(Locale.ROOT, "%064x", i));
                byte[] jpeg = jpegs.get(i % jpegs.size());
                buffered.write(jpeg);
                end += jpeg.length;
                ends[i] = end;
            }
        }
        float[] values = new float[PICTURES * DIMENSION];
        var dice = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = dice.nextFloat();
        }
        var gallery =
                new Gallery(
                        Cards.of("much", DIMENSION),
                        VectorSet.of(values, DIMENSION).named(ids, people),
                        pixels);
        GalleryFolder.write(
                new StoredGallery(
                        gallery,
                        Optional.empty(),
                        "as they are",
                        List.of(),
                        Optional.of(new PictureStrip(strip, ends))),
                out);
        return out;
    }

    private static List<byte[]> jpegs() throws Exception {
        var all = new ArrayList<byte[]>();
        for (int i = 0; i < 64; i++) {
            var image = new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB);
            var pen = image.createGraphics();
            pen.setColor(Color.getHSBColor(i / 64f, 0.5f, 0.8f));
            pen.fillOval(20, 10, 70, 95);
            pen.dispose();
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", bytes);
            all.add(bytes.toByteArray());
        }
        return all;
    }
}
