package revisage.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/// The typeface of all figures: Open Sans (Apache-2.0), which the program brings along, so that a
/// figure looks the same on every machine.
///
/// @param text for words and numbers, 7.5 points
/// @param ticks for the numbers at axes, 7 points
/// @param title semibold, 8 points
record Fonts(Font text, Font ticks, Font title) {

    static final String REGULAR = "fonts/OpenSans-Regular.ttf";
    static final String SEMIBOLD = "fonts/OpenSans-Semibold.ttf";

    static Fonts load() {
        Font regular = font(REGULAR);
        return new Fonts(
                regular.deriveFont(7.5f), regular.deriveFont(7f), font(SEMIBOLD).deriveFont(8f));
    }

    private static Font font(String resource) {
        try (InputStream stream = open(resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the program's own font is broken: " + resource, e);
        }
    }

    static InputStream open(String resource) {
        InputStream stream = Fonts.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("the program's own font is missing: " + resource);
        }
        return stream;
    }
}
