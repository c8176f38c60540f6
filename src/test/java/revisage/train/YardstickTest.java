package revisage.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.vector.VectorSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class YardstickTest {

    /// A direction a person and noise a photo.
    private static VectorSet people(int people, int photos, int d, double noise) {
        var dice = new Random(5);
        float[] values = new float[people * photos * d];
        var labels = new ArrayList<String>();
        for (int p = 0; p < people; p++) {
            double[] centre = dice.doubles(d, -1, 1).toArray();
            for (int i = 0; i < photos; i++) {
                for (int j = 0; j < d; j++) {
                    values[labels.size() * d + j] =
                            (float) (centre[j] + noise * dice.nextGaussian());
                }
                labels.add("person " + p);
            }
        }
        List<String> ids = IntStream.range(0, labels.size()).mapToObj(i -> "" + i).toList();
        return VectorSet.of(values, d).named(ids, labels);
    }

    @Test
    void peopleFarApartAreToldApartAlways() throws Exception {
        Figures figures = Yardstick.of(people(40, 6, 64, 0.01));
        assertEquals(40, figures.people());
        assertEquals(240, figures.photos());
        assertEquals(1, figures.accuracy());
        assertEquals(0, figures.equalErrorRate());
        assertEquals(1, figures.tarAtFmr1e3().orElseThrow());
        assertEquals(1, figures.rankOne());
        assertEquals(1, figures.rankOneOfOnePhoto());
        assertTrue(figures.meanMated() > 0.99 && Math.abs(figures.meanOthers()) < 0.1);
    }

    @Test
    void withoutAnythingInCommonItIsChance() throws Exception {
        Figures figures = Yardstick.of(people(40, 6, 64, 1000));
        assertEquals(0.5, figures.accuracy(), 0.06);
        assertEquals(0.5, figures.equalErrorRate(), 0.06);
        // 5 of 239 others show the same person.
        assertEquals(5.0 / 239, figures.rankOne(), 0.04);
        assertTrue(figures.tarAtFmr1e3().orElseThrow() < 0.02);
    }

    @Test
    void peopleOfOnePhotoAreLeftOut() throws Exception {
        VectorSet all = people(30, 2, 8, 0.1);
        int[] rows = IntStream.range(0, 60).filter(i -> i < 50 || i % 2 == 0).toArray();
        assertEquals(25, Yardstick.of(all.chosen(rows)).people());
    }

    @Test
    void tooFewPeopleAreNoYardstick() {
        var e = assertThrows(TrainingException.class, () -> Yardstick.of(people(19, 3, 8, 0.1)));
        assertTrue(e.getMessage().contains("19 people"), e.getMessage());
    }
}
