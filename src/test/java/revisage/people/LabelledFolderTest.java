package revisage.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.SharedData;
import revisage.work.FileException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class LabelledFolderTest {

    @TempDir Path root;

    private void put(String... ids) throws IOException {
        for (String id : ids) {
            Path file = root.resolve(id);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
    }

    private void labels(String text) throws IOException {
        Files.writeString(root.resolve("labels.csv"), text, StandardCharsets.UTF_8);
    }

    private List<String> scanned() throws Exception {
        return LabelledFolder.scan(root).portraits().stream()
                .map(p -> p.id() + "=" + p.person())
                .toList();
    }

    @Test
    void theFolderThatHoldsThePictureIsThePersonInTheOrderOfTheIds() throws Exception {
        put("Berta/2.png", "Berta/10.JPG", "Anna/1.jpg");
        assertEquals(
                List.of("Anna/1.jpg=Anna", "Berta/10.JPG=Berta", "Berta/2.png=Berta"), scanned());
    }

    @Test
    void faceScrubAndVggFaceLevelsAboveThePersonAreNotPeople() throws Exception {
        put("actors/faces/Anna/1.jpeg", "actresses/faces/Cleo/1.jpeg", "train/n000002/0001_01.jpg");
        assertEquals(
                List.of(
                        "actors/faces/Anna/1.jpeg=Anna",
                        "actresses/faces/Cleo/1.jpeg=Cleo",
                        "train/n000002/0001_01.jpg=n000002"),
                scanned());
    }

    @Test
    void onePersonInTwoPlacesIsOnePersonAndSaidSo() throws Exception {
        put("actors/faces/Anna/1.jpg", "actors/images/Anna/1.jpg");
        var folder = LabelledFolder.scan(root);
        assertEquals(1, folder.people());
        assertEquals(
                List.of("1 folder name found in more than one place and taken as one person each"),
                folder.remarks());
    }

    @Test
    void hiddenFilesAndOthersAreIgnored() throws Exception {
        put("Anna/1.jpg", "Anna/._1.jpg", ".cache/x/1.jpg", "Anna/notes.txt", "Anna/noending");
        assertEquals(List.of("Anna/1.jpg=Anna"), scanned());
    }

    @Test
    void aPictureWithoutAnEndingIsKnownByItsFirstBytes() throws Exception {
        put("Anna/one");
        Files.write(
                root.resolve("Anna/one"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        Files.write(root.resolve("Anna/two"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertEquals(List.of("Anna/one=Anna", "Anna/two=Anna"), scanned());
    }

    @Test
    void picturesSideBySideAreRefused() throws Exception {
        put("1.jpg", "2.jpg");
        var refused = assertThrows(PeopleException.class, () -> LabelledFolder.scan(root));
        assertTrue(refused.getMessage().startsWith("The 2 pictures in"), refused.getMessage());
        assertTrue(refused.remedy().contains("labels.csv"), refused.remedy());
    }

    @Test
    void aPictureBesideThePeopleIsLeftOutAndSaidSo() throws Exception {
        put("overview.png", "Anna/1.jpg");
        assertEquals(
                List.of("1 picture outside the people's folders left out"),
                LabelledFolder.scan(root).remarks());
    }

    @Test
    void theLabelsTableRulesAndMissingFilesAreCounted() throws Exception {
        put("1.jpg", "deep/2.jpg", "3.jpg");
        labels("\uFEFFid,person\r\n1.jpg,Anna\r\ndeep/2.jpg,\"Berta, B.\"\r\ngone.jpg,Cleo\r\n");
        var folder = LabelledFolder.scan(root);
        assertEquals(List.of("1.jpg=Anna", "deep/2.jpg=Berta, B."), scanned());
        assertEquals(1, folder.missing());
        assertEquals(
                List.of(
                        "1 row of labels.csv without a file, the first: gone.jpg",
                        "1 picture that labels.csv does not list left out"),
                folder.remarks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file,name\n1.jpg,Anna\n",
                "id,person\n1.jpg\n",
                "id,person\n1.jpg,\n",
                "id,person\n1.jpg,Anna\n1.jpg,Berta\n",
                "id,person\n../1.jpg,Anna\n",
                "id,person\n/1.jpg,Anna\n",
                "id,person\n\"1.jpg,Anna\n",
                "id,id\n1.jpg,Anna\n",
                "id,person\n1\u0000.jpg,Anna\n",
            })
    void aBadLabelsTableIsRefused(String text) throws Exception {
        put("1.jpg");
        labels(text);
        assertThrows(PeopleException.class, () -> LabelledFolder.scan(root));
    }

    @Test
    void aFolderThatIsNotThereOrIsAFileOrHoldsNothingIsRefused() throws Exception {
        put("Anna/1.jpg");
        assertThrows(FileException.class, () -> LabelledFolder.scan(root.resolve("nowhere")));
        assertThrows(FileException.class, () -> LabelledFolder.scan(root.resolve("Anna/1.jpg")));
        Files.delete(root.resolve("Anna/1.jpg"));
        assertThrows(PeopleException.class, () -> LabelledFolder.scan(root));
    }

    @Test
    void aLinkInACircleIsNotWalkedForever() throws Exception {
        put("Anna/1.jpg");
        Files.createSymbolicLink(root.resolve("Anna/back"), root);
        assertEquals(List.of("Anna/1.jpg=Anna"), scanned());
    }

    @Test
    void lfwHasItsPeople() throws Exception {
        assertEquals(2_400, LabelledFolder.scan(SharedData.path("faces/lfw-112")).people());
    }
}
