package revisage.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.List;

class FiveNumbersTest {

    @Test
    void aBoxIsAsInR() {
        // boxplot.stats of R with quantile type 7: quantile(c(1:8, 100)) is 1 3 5 7 100
        var box = FiveNumbers.of(List.of(100.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0));
        assertEquals(new FiveNumbers(9, 136 / 9.0, 1, 3, 5, 7, 8, List.of(100.0)), box);
        var even = FiveNumbers.of(List.of(0.0, 0.2, 0.4, 1.0)); // type 7: 0.15 0.3 0.55
        assertEquals(0.15, even.lowQuartile(), 1e-12);
        assertEquals(0.3, even.median(), 1e-12);
        assertEquals(0.55, even.highQuartile(), 1e-12);
    }

    @Test
    void oneValueIsABoxWithoutHeight() {
        assertEquals(
                new FiveNumbers(1, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, List.of()),
                FiveNumbers.of(List.of(0.5)));
    }

    @Test
    void nothingHasNoBox() {
        assertThrows(IllegalArgumentException.class, () -> FiveNumbers.of(List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> FiveNumbers.of(List.of(1.0, Double.NaN)));
    }
}
