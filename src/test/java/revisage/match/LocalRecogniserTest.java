package revisage.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.extract.Extractor;
import revisage.extract.ModelCard;
import revisage.face.FaceBatch;
import revisage.face.FaceImage;
import revisage.match.Recogniser.Enrolment;
import revisage.work.WorkException;

import java.util.List;

class LocalRecogniserTest {

    @Test
    void theMostAlikePersonComesFirstWithACosine() throws WorkException, InterruptedException {
        try (var recogniser = new LocalRecogniser(new FirstPixel(), new PlainProducts())) {
            assertEquals(
                    List.of(new Ranking(List.of())), recogniser.rank(List.of(face(1, 0, 0)), 3));
            recogniser.enrol(
                    List.of(
                            new Enrolment("r", "Rita", face(200, 0, 0)),
                            new Enrolment("g", "Gus", face(0, 100, 0)),
                            new Enrolment("b", "Bea", face(0, 30, 40))));
            List<Ranking> found = recogniser.rank(List.of(face(0, 3, 4), face(9, 0, 0)), 2);
            assertEquals(
                    List.of(candidate("b", "Bea", 1), candidate("g", "Gus", 0.6f)),
                    found.get(0).candidates());
            assertEquals(candidate("r", "Rita", 1), found.get(1).candidates().getFirst());
        }
    }

    @Test
    void anIdEnrolledAgainIsReplaced() throws WorkException, InterruptedException {
        try (var recogniser = new LocalRecogniser(new FirstPixel(), new PlainProducts())) {
            recogniser.enrol(List.of(new Enrolment("x", "Rita", face(1, 0, 0))));
            recogniser.enrol(List.of(new Enrolment("x", "Gus", face(0, 1, 0))));
            assertEquals(
                    List.of(new Ranking(List.of(candidate("x", "Gus", 1)))),
                    recogniser.rank(List.of(face(0, 5, 0)), 9));
        }
    }

    @Test
    void scoresOfDifferentScalesCannotBeMixed() {
        var cosine = new Score(0.9, Scale.COSINE);
        assertTrue(cosine.reaches(new Score(0.9, Scale.COSINE)));
        assertThrows(
                IllegalArgumentException.class, () -> cosine.reaches(new Score(80, Scale.PERCENT)));
        assertThrows(IllegalArgumentException.class, () -> new Score(80, Scale.COSINE));
        assertThrows(IllegalArgumentException.class, () -> new Score(Double.NaN, Scale.PERCENT));
    }

    private static Candidate candidate(String id, String person, float cosine) {
        return new Candidate(id, person, new Score(cosine, Scale.COSINE));
    }

    private static FaceImage face(int red, int green, int blue) {
        byte[] rgb = new byte[FaceImage.VALUES];
        rgb[0] = (byte) red;
        rgb[1] = (byte) green;
        rgb[2] = (byte) blue;
        return new FaceImage(rgb);
    }

    /// The colour of the first pixel is the vector.
    private static final class FirstPixel implements Extractor {

        @Override
        public ModelCard card() {
            return Cards.of("a", 3);
        }

        @Override
        public String device() {
            return "paper";
        }

        @Override
        public float[] embed(FaceBatch faces) {
            float[] vectors = new float[faces.count() * 3];
            for (int i = 0; i < faces.count(); i++) {
                System.arraycopy(faces.pixels(), i * FaceImage.VALUES, vectors, 3 * i, 3);
            }
            return vectors;
        }

        @Override
        public void close() {}
    }
}
