package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.face.FaceImage;
import revisage.match.Recogniser.Enrolment;
import revisage.work.Sha256;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class AnswersFileTest {

    @TempDir Path folder;

    private static FaceImage grey(int shade) {
        byte[] rgb = new byte[FaceImage.VALUES];
        Arrays.fill(rgb, (byte) shade);
        return new FaceImage(rgb);
    }

    private static String name(int shade) {
        return Sha256.of(grey(shade).toRgb());
    }

    private static final Answers ANSWERS =
            new Answers(
                    1,
                    "rekognition",
                    "Amazon Rekognition",
                    true,
                    "127.0.0.1",
                    "nowhere",
                    "7",
                    "2026-11-23",
                    true,
                    5,
                    List.of(name(1), name(2)),
                    List.of(new Answers.Declined(name(3), "no face is seen in it")),
                    List.of(
                            new Answers.Asked(
                                    name(9),
                                    Optional.empty(),
                                    List.of(
                                            new Answers.Hit(name(2), 99.5),
                                            new Answers.Hit(name(1), 12.25))),
                            new Answers.Asked(name(8), Optional.of(Answers.NO_FACE), List.of())),
                    new Answers.Bill(7, 50, new BigDecimal("0.004"), "USD", 1.5));

    @Test
    void answersComeBackAsTheyWereKept() throws Exception {
        Path file = folder.resolve("answers.json");
        AnswersFile.write(ANSWERS, file);
        assertEquals(ANSWERS, AnswersFile.read(file));
    }

    @Test
    void damagedAnswersAreRefused() throws Exception {
        Path file = folder.resolve("answers.json");
        AnswersFile.write(ANSWERS, file);
        String json = Files.readString(file);
        Files.writeString(file, json.substring(0, json.length() / 2));
        assertThrows(CloudPlanException.class, () -> AnswersFile.read(file));
        Files.writeString(file, json.replace("\"schema\" : 1", "\"schema\" : 2"));
        assertThrows(CloudPlanException.class, () -> AnswersFile.read(file));
    }

    @Test
    void keptAnswersRankLikeARecogniser() throws Exception {
        try (var recogniser = new AnsweredRecogniser(ANSWERS)) {
            recogniser.enrol(
                    List.of(
                            new Enrolment("ann/1", "ann", grey(1)),
                            new Enrolment("bob/1", "bob", grey(2)),
                            new Enrolment("bob/copy", "bob", grey(2)),
                            new Enrolment("cid/1", "cid", grey(3))));
            var rankings = recogniser.rank(List.of(grey(9), grey(8)), 5);
            assertEquals(
                    List.of("bob/1", "bob/copy", "ann/1"),
                    rankings.getFirst().candidates().stream().map(c -> c.id()).toList());
            assertEquals(99.5, rankings.getFirst().candidates().getFirst().score().value());
            assertEquals(List.of(), rankings.getLast().candidates());
            assertTrue(recogniser.name().contains("simulated"));
        }
    }

    @Test
    void aFaceThatWasNotAskedForIsNoNoMatch() {
        try (var recogniser = new AnsweredRecogniser(ANSWERS)) {
            assertThrows(CloudPlanException.class, () -> recogniser.rank(List.of(grey(77)), 5));
            assertThrows(
                    CloudPlanException.class,
                    () -> recogniser.enrol(List.of(new Enrolment("x", "x", grey(77)))));
        }
    }
}
