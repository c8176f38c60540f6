package revisage.people.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// The mean head against anthropometric means (Farkas 1994, both sexes, rounded), mm.
class HeadModelTest {

    private final HeadModel model = new HeadModel();
    private final float[] mean = model.shaped(Map.of());

    @Test
    void theMeanHeadHasMeanMeasures() {
        assertEquals(62, place(31, 0, 0) - place(-31, 0, 0), 2); // between the pupils
        assertEquals(48, place(0, 6, 1) - place(0, -44, 1), 5); // height of the nose
        assertEquals(20, place(0, -34, 2) - place(18, -44, 2), 8); // how far it stands out
        assertEquals(51, place(25.5f, -66, 0) - place(-25.5f, -66, 0), 3); // width of the mouth
        assertEquals(121, place(0, 6, 1) - place(0, -114, 1), 6); // nasion to chin
    }

    @Test
    void theMeanHeadIsTheSameOnBothSides() {
        for (int k = 5; k < 60; k += 5) {
            for (int axis = 1; axis < 3; axis++) {
                assertEquals(place(k, -20, axis), place(-k, -20, axis), 0.05);
            }
        }
    }

    @Test
    void aTraitMovesWhatItNamesAndNothingElse() {
        float[] other = model.shaped(Map.of(HeadTrait.NOSE_FRONT, 1f));
        HeadGrid grid = model.grid();
        assertTrue(grid.spot(0, -33).of(other, 2) > place(0, -33, 2) + 2);
        assertEquals(place(0, -100, 2), grid.spot(0, -100).of(other, 2));
        assertEquals(place(40, 20, 2), grid.spot(40, 20).of(other, 2));
    }

    @Test
    void anOpenMouthPartsTheLipsAndLeavesTheUpperOne() {
        float[] open = model.shaped(Map.of(HeadTrait.MOUTH_OPEN, 1f));
        HeadGrid grid = model.grid();
        assertEquals(place(0, -60, 1), grid.spot(0, -60).of(open, 1), 0.2);
        assertTrue(grid.spot(0, -70).of(open, 1) < place(0, -70, 1) - 10);
    }

    private float place(float x, float y, int axis) {
        return model.grid().spot(x, y).of(mean, axis);
    }
}
