package revisage.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Optional;

class SplitTest {

    /// Face `i` shows person `i % people`; the last person has one photo less.
    private record Faces(int count, int people) implements LabelledFaces {

        @Override
        public int person(int i) {
            return i % people;
        }

        @Override
        public void copy(int i, byte[] rgb) {}
    }

    private static ExtractorPlan.HeldOut held(int people, int photos) {
        return new ExtractorPlan.HeldOut(people, Optional.of(photos));
    }

    @Test
    void nobodyIsBothLearnedAndHeldOut() throws Exception {
        var faces = new Faces(200, 20);
        Split split = Split.of(faces, held(5, 4), 3);
        var learned = new HashSet<Integer>();
        var classes = new HashSet<Integer>();
        for (int i = 0; i < split.count(); i++) {
            int person = faces.person(split.face(i));
            learned.add(person);
            classes.add(split.classOf(person));
        }
        assertEquals(15, learned.size());
        assertEquals(15, split.classes());
        assertTrue(classes.stream().allMatch(c -> c >= 0 && c < 15));
        assertEquals(15, classes.size());
        int[] out = split.heldOut();
        assertEquals(5 * 4, out.length);
        int changes = 0;
        for (int i = 0; i < out.length; i++) {
            assertFalse(learned.contains(faces.person(out[i])));
            boolean another = i > 0 && faces.person(out[i]) != faces.person(out[i - 1]);
            changes += another ? 1 : 0;
        }
        assertEquals(4, changes, "people stand together");
    }

    @Test
    void theSeedDecidesWhoIsHeldOut() throws Exception {
        var faces = new Faces(200, 20);
        assertArrayEquals(
                Split.of(faces, held(5, 4), 3).heldOut(), Split.of(faces, held(5, 4), 3).heldOut());
        assertFalse(
                java.util.Arrays.equals(
                        Split.of(faces, held(5, 4), 3).heldOut(),
                        Split.of(faces, held(5, 4), 4).heldOut()));
    }

    @Test
    void tooFewPeopleAreTold() {
        var faces = new Faces(30, 20);
        var e = assertThrows(TrainingException.class, () -> Split.of(faces, held(11, 4), 3));
        assertTrue(e.getMessage().contains("only 10"), e.getMessage());
        assertThrows(TrainingException.class, () -> Split.of(new Faces(8, 2), held(1, 4), 3));
    }
}
