package revisage.people.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.face.ArcFaceTemplate;
import revisage.face.FaceImage;
import revisage.face.Point;
import revisage.face.SimilarityTransform;
import revisage.work.Dice;
import revisage.work.Sha256;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class SyntheticPeopleTest {

    private final SyntheticPeople people = new SyntheticPeople(1);

    /// Recorded on Linux, AMD EPYC, JDK 25.0.3, and the same from its interpreter and without
    /// vector instructions. Whoever changes a look on purpose raises [SyntheticPeople#GENERATION]
    /// and records anew.
    @Test
    void theSameSeedGivesTheSameBytesOnEveryMachine() {
        assertEquals(
                List.of(HASHES),
                List.of(
                        hash(people.portrait(0, 0)),
                        hash(people.portrait(7, 3)),
                        hash(new SyntheticPeople(-5).portrait(123_456, 2))));
    }

    @Test
    void manyThreadsDrawWhatOneDraws() throws Exception {
        List<Future<FaceImage>> drawn = new ArrayList<>();
        try (var lanes = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 12; i++) {
                int person = i % 6;
                drawn.add(lanes.submit(() -> people.portrait(person, 0)));
            }
        }
        for (int i = 0; i < 6; i++) {
            assertEquals(people.portrait(i, 0), drawn.get(i).get());
            assertEquals(drawn.get(i).get(), drawn.get(i + 6).get());
        }
    }

    @Test
    void photosPeopleAndSeedsDiffer() {
        FaceImage face = people.portrait(3, 0);
        assertNotEquals(face, people.portrait(3, 1));
        assertNotEquals(face, people.portrait(4, 0));
        assertNotEquals(face, new SyntheticPeople(2).portrait(3, 0));
    }

    @Test
    void noSimilarityBringsTheFivePointsNearerToTheTemplate() {
        for (int i = 0; i < 40; i++) {
            List<Point> points = people.sitting(i, i).points().toList();
            var rest = SimilarityTransform.between(points, ArcFaceTemplate.POINTS.toList());
            // Points are doubles of float coordinates of some 100 mm.
            assertEquals(1, rest.a(), 1e-6);
            assertEquals(0, rest.b(), 1e-6);
            assertEquals(0, rest.tx(), 1e-4);
            assertEquals(0, rest.ty(), 1e-4);
        }
    }

    @Test
    void thePointsAreWhereTheHeadIsDrawn() {
        for (int i = 0; i < 20; i++) {
            Identity who = people.identity(i);
            Moment moment = Moment.of(who, Dice.seed(who.seed(), 2));
            var sculpture = new Sculpture(new HeadModel(), who, moment);
            float[] screen = sculpture.view().project(sculpture.five(), FaceImage.SIDE);
            List<Point> told = people.sitting(i, 2).points().toList();
            for (int k = 0; k < 5; k++) {
                assertEquals(told.get(k).x(), screen[3 * k], 1e-3);
                assertEquals(told.get(k).y(), screen[3 * k + 1], 1e-3);
            }
        }
    }

    @Test
    void aLargerPhotoShowsTheSameMoment() {
        SyntheticPhoto large = people.portrait(5, 1, 224);
        assertEquals(224, large.photo().width());
        assertEquals(224, large.photo().height());
        assertEquals(people.sitting(5, 1), large.sitting());
        byte[] small = people.portrait(5, 1).toRgb();
        byte[] big = large.photo().toRgb();
        double apart = 0;
        for (int y = 0; y < 112; y++) {
            for (int x = 0; x < 112; x++) {
                int sum = 0;
                for (int d = 0; d < 4; d++) {
                    sum += big[3 * ((2 * y + d / 2) * 224 + 2 * x + d % 2)] & 0xFF;
                }
                apart += Math.abs(sum / 4.0 - (small[3 * (y * 112 + x)] & 0xFF));
            }
        }
        // Noise, JPEG and edges differ; another moment or person is 25 or more away.
        assertTrue(apart / (112 * 112) < 9, () -> "mean difference in red");
    }

    @Test
    void otherSizesAndNegativeNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> people.portrait(0, 0, 111));
        assertThrows(IllegalArgumentException.class, () -> people.portrait(0, 0, 513));
        assertThrows(IllegalArgumentException.class, () -> people.portrait(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> people.portrait(0, -1));
    }

    private static String hash(FaceImage face) {
        return Sha256.of(face.toRgb()).substring(0, 16);
    }

    private static final String[] HASHES = {
        "ae729d267afcb7ec", "07f81a39bdd65289", "eda242619471da85"
    };
}
