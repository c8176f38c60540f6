package revisage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.lineup.LineupFolder;
import revisage.lineup.page.PaintedStudy;
import revisage.study.FakeEngines;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class WorkbenchVerbTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> opened = new ArrayList<>();

    private int run(boolean screen, String... arguments) {
        var window =
                new Window() {
                    @Override
                    public boolean hasScreen() {
                        return screen;
                    }

                    @Override
                    public void open(Optional<Path> project, boolean demo) {
                        opened.add(project.map(Path::toString).orElse("nothing") + " " + demo);
                    }

                    @Override
                    public void kiosk(LineupFolder study, int machine, int machines, String code) {
                        opened.add(study.plan().title() + " " + machine + " " + machines + code);
                    }
                };
        var surroundings =
                new Surroundings(false, Path.of("none.log"), Path.of(""), Optional.of(window));
        return new CommandLineProgram(
                        new FakeEngines(),
                        surroundings,
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .run(arguments);
    }

    @Test
    void withoutAVerbTheWindowOpens() {
        assertEquals(0, run(true));
        assertEquals(List.of("nothing false"), opened);
        assertEquals("", out.toString());
    }

    @Test
    void aProjectAndTheDemoAreHandedOn(@TempDir Path folder) {
        assertEquals(0, run(true, "workbench", folder.toString()));
        assertEquals(0, run(true, "workbench", "--demo"));
        assertEquals(List.of(folder + " false", "nothing true"), opened);
    }

    @Test
    void withoutAScreenOneSentenceNamesTheDemoInTheTerminal() {
        assertEquals(2, run(false));
        assertEquals(2, run(false, "workbench", "--demo"));

        assertEquals("", out.toString());
        assertEquals(List.of(), opened);
        assertTrue(err.toString().lines().allMatch(l -> l.contains("revisage demo")), "" + err);
        assertEquals(2, err.toString().lines().count());
    }

    @Test
    void aKioskIsOpenedWithItsNumberAndItsCode(@TempDir Path folder) throws Exception {
        PaintedStudy.make(folder);
        String study = folder.toString();
        assertEquals(0, run(true, "lineup", "kiosk", study, "--code", "4711", "--machine", "2/3"));
        assertEquals(List.of("Small 2 34711"), opened);
        assertEquals(2, run(true, "lineup", "kiosk", study, "--code", "4711", "--machine", "4/3"));
        assertEquals(2, run(true, "lineup", "kiosk", study, "--code", "471"));
        assertEquals(2, run(false, "lineup", "kiosk", study, "--code", "4711"));
        assertEquals(1, opened.size());
    }

    @Test
    void aPageIsWrittenOnce(@TempDir Path folder) throws Exception {
        PaintedStudy.make(folder.resolve("study"));
        String study = folder.resolve("study").toString();
        String page = folder.resolve("page").toString();
        assertEquals(0, run(false, "lineup", "page", study, "--out", page, "--forms", "3"));
        assertTrue(out.toString().startsWith("3 forms of 8 questions, "), out.toString());
        assertEquals(2, run(false, "lineup", "page", study, "--out", page));
        assertTrue(err.toString().contains("is there already."), err.toString());
    }
}
