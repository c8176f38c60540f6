package revisage.window.matches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardGridTest {

    /// By law: so many cards of this side do fit, and one pixel more would not (or is not wanted).
    @ParameterizedTest
    @CsvSource({"1,740,560", "10,740,560", "10,1300,860", "25,1300,860", "3,2000,300"})
    void theFacesAreAsLargeAsThePlaceAllows(int count, double width, double height) {
        double side = CardGrid.side(count, width, height);

        assertTrue(fits(count, side, width, height), "side " + side);
        assertTrue(side == 260 || !fits(count, side + 1, width, height), "side " + side);
    }

    private static boolean fits(int count, double side, double width, double height) {
        int columns = (int) ((width + 12) / (side + 20 + 12));
        int rows = columns == 0 ? 1_000 : (count + columns - 1) / columns;
        return rows * (side + 88) + (rows - 1) * 12 <= height;
    }

    @Test
    void manyFacesScrollFillTheWidthAndStayLargeEnoughToBeSeen() {
        assertEquals(118, CardGrid.side(50, 740, 300)); // five of 138 pixels and four gaps
        assertEquals(96, CardGrid.side(50, 80, 300));
    }
}
