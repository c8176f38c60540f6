package revisage.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/// The words above a figure, in as many lines as they need.
final class Title {

    private static final double LINE = 11;

    private final List<String> lines;
    private final Font font;

    /// @param widest points there are for a line
    Title(String words, Font font, double widest) {
        this.font = font;
        this.lines = lines(words, font, widest);
    }

    /// Broken between words.
    static List<String> lines(String words, Font font, double widest) {
        var lines = new ArrayList<String>();
        for (String word : words.strip().split("\\s+")) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && Legend.textWidth(longer, font) <= widest) {
                lines.removeLast();
                lines.add(longer);
            } else if (!word.isEmpty()) {
                lines.add(shortened(word, font, widest));
            }
        }
        return lines;
    }

    /// As much of it as fits, and an ellipsis if that is not all.
    static String shortened(String text, Font font, double widest) {
        String shown = text;
        for (int end = text.length(); Legend.textWidth(shown, font) > widest && end > 1; ) {
            end = text.offsetByCodePoints(end, -1);
            shown = text.substring(0, end).stripTrailing() + "\u2026";
        }
        return shown;
    }

    /// 0 if there are no words.
    double height() {
        return lines.isEmpty() ? 0 : lines.size() * LINE + 2;
    }

    void draw(Graphics2D g2, double left, double top) {
        g2.setFont(font);
        g2.setPaint(Color.BLACK);
        for (int i = 0; i < lines.size(); i++) {
            g2.drawString(lines.get(i), (float) left, (float) (top + i * LINE + 8));
        }
    }
}
