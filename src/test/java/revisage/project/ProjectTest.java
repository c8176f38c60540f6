package revisage.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.project.ProjectFile.GalleryEntry;
import revisage.project.ProjectFile.RunEntry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ProjectTest {

    @TempDir Path folder;

    private static ProjectFile full() {
        return ProjectFile.empty("A study")
                .withLeak("leak.npy")
                .withExtractor("../models/f.onnx")
                .withExtractor("../models/g.onnx")
                .withGallery(new GalleryEntry("gallery-g", "../models/g.onnx", Optional.empty()))
                .withRun(
                        new RunEntry(
                                "rebuilt-linear",
                                "linear",
                                Optional.empty(),
                                Optional.empty(),
                                1,
                                List.of(0, 3),
                                "../models/f.onnx",
                                false))
                .at(new ProjectFile.Place("risk", 3, 25));
    }

    @Test
    void whatWasSavedIsOpenedAgain() throws Exception {
        new Project(folder.resolve("p"), full()).save();

        assertEquals(full(), Project.open(folder.resolve("p")).file());
        assertEquals(full(), Project.open(folder.resolve("p").resolve(Project.FILE)).file());
        assertTrue(Project.is(folder.resolve("p")));
    }

    @Test
    void aProjectCanBeMovedWithWhatLiesBesideIt() throws Exception {
        var project = new Project(folder.resolve("here/p"), full());
        String inside = project.name(folder.resolve("here/p/leak.npy"));
        String beside = project.name(folder.resolve("here/models/f.onnx"));
        String elsewhere = project.name(Path.of("/data/faces"));

        assertEquals(List.of("leak.npy", "../models/f.onnx"), List.of(inside, beside));
        assertEquals("/data/faces", elsewhere);
        var moved = new Project(folder.resolve("there/p"), full());
        assertEquals(folder.resolve("there/models/f.onnx"), moved.resolve(beside));
    }

    @Test
    void aDamagedFileAndANewerOneAreRefusedWithASentence() throws Exception {
        Path json = folder.resolve(Project.FILE);
        Files.writeString(json, "{\"schema\": 1, \"titel\": \"x\"}");
        var damaged = assertThrows(ProjectException.class, () -> Project.open(folder));
        assertTrue(damaged.getMessage().contains("titel"), damaged.getMessage());

        Files.writeString(json, "{\"schema\": 9}");
        var newer = assertThrows(ProjectException.class, () -> Project.open(folder));
        assertTrue(newer.getMessage().contains("schema 9"), newer.getMessage());
    }

    @Test
    void aProjectOfTheFirstLayoutIsOpenedAndSavedInTodays() throws Exception {
        Files.copy(
                Path.of("src/test/resources/revisage/project/schema-1.json"),
                folder.resolve(Project.FILE));
        Project read = Project.open(folder);
        assertEquals(full(), read.file());
        read.save();
        assertTrue(Files.readString(folder.resolve(Project.FILE)).contains("\"schema\" : 2"));
    }

    @Test
    void aRunByANetworkNamesItAndNoOtherDoes() {
        var network = Optional.of(new ProjectFile.NetworkEntry("x.onnx", "nbnet"));
        assertThrows(IllegalArgumentException.class, () -> run("linear", network));
        assertThrows(IllegalArgumentException.class, () -> run("network", Optional.empty()));
        assertFalse(run("network", network).asks());
    }

    private static RunEntry run(String search, Optional<ProjectFile.NetworkEntry> network) {
        return new RunEntry("r", search, network, Optional.empty(), 1, List.of(), "f.onnx", false);
    }

    @Test
    void withoutAnExtractorItsGalleriesAndRunsAreForgottenToo() {
        ProjectFile less = full().withoutExtractor("../models/f.onnx");

        assertEquals(Optional.empty(), less.attacked());
        assertEquals(List.of(), less.runs());
        assertEquals(1, less.galleries().size());
    }

    @Test
    void aRunThatEndedTakesThePlaceOfTheSameRunBefore() {
        ProjectFile ended = full().withRun(full().runs().getFirst().ended());

        assertEquals(1, ended.runs().size());
        assertTrue(ended.runs().getFirst().finished());
    }

    @Test
    void aNameThatIsTakenGetsANumber() throws Exception {
        var project = new Project(folder, full());
        Files.createDirectories(folder.resolve("rebuilt"));

        assertEquals(folder.resolve("rebuilt-2"), project.free("rebuilt"));
    }

    @Test
    void preferencesKeepTheNewestProjectsFirstAndABrokenFileIsNoFailure() throws Exception {
        Path file = folder.resolve("workbench.json");
        Preferences.USUAL
                .opened(Path.of("/a"))
                .opened(Path.of("/b"))
                .opened(Path.of("/a"))
                .withCovers(false)
                .write(file);

        assertEquals(List.of("/a", "/b"), Preferences.read(file).recent());
        assertFalse(Preferences.read(file).covered());
        Files.writeString(file, "nonsense");
        assertEquals(Preferences.USUAL, Preferences.read(file));
    }
}
