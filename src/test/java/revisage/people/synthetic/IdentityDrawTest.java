package revisage.people.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// 2,000 people, counted. The bounds are four standard deviations of a fair draw.
class IdentityDrawTest {

    private static final int MANY = 2_000;

    private final List<Identity> all =
            IntStream.range(0, MANY).mapToObj(new SyntheticPeople(9)::identity).toList();

    @Test
    void thereAreAsManyWomenAsMen() {
        long women = all.stream().filter(Identity::female).count();
        assertEquals(MANY / 2.0, women, 4 * Math.sqrt(MANY / 4.0));
    }

    @Test
    void agesAndSkinsAreSpreadEvenlyInBothSexes() {
        for (boolean female : new boolean[] {true, false}) {
            List<Identity> half = all.stream().filter(i -> i.female() == female).toList();
            evenly(half.stream().mapToDouble(Identity::age).toArray(), 18, 80);
            evenly(half.stream().mapToDouble(Identity::ita).toArray(), -45, 60);
        }
    }

    private static void evenly(double[] values, double from, double to) {
        int[] tenths = new int[10];
        for (double v : values) {
            tenths[(int) ((v - from) / (to - from) * 10)]++;
        }
        double fair = values.length / 10.0;
        for (int count : tenths) {
            assertEquals(fair, count, 4 * Math.sqrt(fair * 0.9));
        }
    }

    @Test
    void theTypologyAngleOfTheSkinIsTheOneThatWasDrawn() {
        for (Identity who : all.subList(0, 200)) {
            // Some colours between L* 30 and 75 leave sRGB by a little and are cut.
            assertEquals(who.ita(), typologyAngle(who.skin().base()), 1.5);
        }
    }

    /// CIE L*a*b* under D65, by the textbook: atan((L* - 50) / b*).
    private static double typologyAngle(Colour c) {
        double x = 0.4124 * c.red() + 0.3576 * c.green() + 0.1805 * c.blue();
        double y = 0.2126 * c.red() + 0.7152 * c.green() + 0.0722 * c.blue();
        double z = 0.0193 * c.red() + 0.1192 * c.green() + 0.9505 * c.blue();
        double fy = Math.cbrt(y);
        double b = 200 * (fy - Math.cbrt(z / 1.08883));
        assertTrue(x > 0);
        return Math.toDegrees(Math.atan2(116 * fy - 16 - 50, b));
    }

    @Test
    void onlyMenHaveBeardsAndTheOldAreGreyer() {
        assertTrue(all.stream().filter(Identity::female).allMatch(i -> i.beard().length() == 0));
        assertTrue(all.stream().anyMatch(i -> i.beard().length() > 2));
        assertTrue(grey(60, 80) > 0.3 + grey(18, 40));
    }

    private double grey(double from, double to) {
        return all.stream()
                .filter(i -> i.age() >= from && i.age() < to)
                .mapToDouble(i -> i.hair().grey())
                .average()
                .orElseThrow();
    }

    @Test
    void everyTraitOfTheHeadDiffersBetweenPeople() {
        assertTrue(all.getFirst().shape().size() >= 40);
        for (HeadTrait trait : all.getFirst().shape().keySet()) {
            double[] values = all.stream().mapToDouble(i -> i.shape().get(trait)).toArray();
            double mean = DoubleStream.of(values).average().orElseThrow();
            double spread = DoubleStream.of(values).map(v -> v - mean).map(v -> v * v).sum() / MANY;
            assertTrue(spread > 0.5 && spread < 2.5, trait + " " + spread);
        }
    }
}
