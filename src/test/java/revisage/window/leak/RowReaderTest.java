package revisage.window.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import revisage.vector.VectorSet;

class RowReaderTest {

    @Test
    void everyNumberIsThatOfItsRowInWhateverOrder() {
        var reader = new RowReader(VectorSet.of(new float[] {3, 4, 0, 5, 12, 0}, 3));
        assertEquals(5, reader.length(0));
        assertEquals(12, reader.at(1, 1));
        assertEquals(4, reader.at(0, 1));
        assertEquals(13, reader.length(1));
    }
}
