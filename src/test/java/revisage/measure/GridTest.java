package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalDouble;

class GridTest {

    @Test
    void thePapersGridHas56Cells() {
        var grid = Grid.ofPaper(5000, Counting.PICTURES, 1);

        assertEquals(List.of(5, 10, 15, 20, 25, 30, 35, 40), grid.ks());
        assertEquals(List.of(50, 100, 250, 500, 1000, 2500, 5000), grid.ns());
    }

    @Test
    void theGridEndsWithTheGallery() {
        assertEquals(List.of(50, 100, 250, 500, 1000, 2400), Grid.paperPeople(2400));
        assertEquals(List.of(7), Grid.paperPeople(7));
    }

    @Test
    void numbersMustRiseFromOneOn() {
        for (var bad : List.of(List.of(0, 1), List.of(2, 2), List.of(3, 2), List.<Integer>of())) {
            assertThrows(IllegalArgumentException.class, () -> grid(bad, List.of(1)));
            assertThrows(IllegalArgumentException.class, () -> grid(List.of(1), bad));
        }
    }

    private static Grid grid(List<Integer> ks, List<Integer> ns) {
        return new Grid(ks, ns, Counting.PEOPLE, OptionalDouble.empty(), 1);
    }
}
