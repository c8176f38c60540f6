package revisage.store;

import revisage.face.EstimateMark;
import revisage.face.FaceImage;
import revisage.face.Photo;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Lays a contact sheet out and paints it.
final class SheetDrawing {

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x22, 0x22, 0x22);
    private static final Color QUIET = new Color(0x66, 0x66, 0x66);
    private static final Color LINE = new Color(0xCC, 0xCC, 0xCC);

    private static final int MARGIN = 28;
    private static final int GAP = 14;
    private static final int ROW_GAP = 20;
    private static final long MOST_PIXELS = 200_000_000;
    private static final int MOST_LABEL = 260;

    private final ContactSheet sheet;
    private final Font title;
    private final Font heading;
    private final Font text;
    private final Graphics2D ruler;
    private final int side;
    private final int columns;
    private final int label;

    SheetDrawing(ContactSheet sheet) {
        this.sheet = sheet;
        Font regular = font("OpenSans-Regular.ttf");
        Font semibold = font("OpenSans-Semibold.ttf");
        this.title = semibold.deriveFont(19f);
        this.heading = semibold.deriveFont(14f);
        this.text = regular.deriveFont(sheet.scale() > 1 ? 13f : 11f);
        this.ruler = prepared(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        this.side = FaceImage.SIDE * sheet.scale();
        this.columns = sheet.rows().stream().mapToInt(r -> r.cells().size()).max().orElse(1);
        int widest = sheet.rows().stream().mapToInt(r -> width(heading, r.label())).max().orElse(0);
        this.label = widest == 0 ? 0 : Math.min(widest, MOST_LABEL) + GAP;
    }

    private static Font font(String name) {
        try (InputStream in =
                SheetDrawing.class.getResourceAsStream("/revisage/chart/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program's own font is missing: " + name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the program's own font is broken: " + name, e);
        }
    }

    private static Graphics2D prepared(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return g;
    }

    private FontMetrics metrics(Font font) {
        return ruler.getFontMetrics(font);
    }

    private int width(Font font, String words) {
        return metrics(font).stringWidth(words);
    }

    private int lineHeight(Font font) {
        return metrics(font).getHeight();
    }

    /// As much as fits, with an ellipsis where something is missing.
    private String fitted(Font font, String words, int width) {
        if (width(font, words) <= width) {
            return words;
        }
        int end = words.length();
        while (end > 0 && width(font, words.substring(0, end).strip() + "…") > width) {
            end--;
        }
        return words.substring(0, end).strip() + "…";
    }

    private int rowHeight(ContactSheet.Row row) {
        int lines = row.cells().stream().mapToInt(c -> c.caption().size()).max().orElse(0);
        boolean marked = row.cells().stream().anyMatch(ContactSheet.Cell::estimate);
        return side + (marked ? strip() : 0) + (lines == 0 ? 0 : 5 + lines * lineHeight(text));
    }

    /// Height of the mark of an estimate.
    private int strip() {
        return EstimateMark.STRIP * sheet.scale();
    }

    private int above() {
        return MARGIN
                + (sheet.title().isEmpty() ? 0 : lineHeight(title) + GAP)
                + (sheet.columns().isEmpty() ? 0 : lineHeight(heading) + 6);
    }

    private int below() {
        return MARGIN + (sheet.footer().isEmpty() ? 0 : GAP + 8 + lineHeight(text));
    }

    BufferedImage image() {
        int faces = label + columns * side + (columns - 1) * GAP;
        int words = Math.max(width(title, sheet.title()), width(text, sheet.footer()));
        int width = 2 * MARGIN + Math.max(faces, words);
        int rows = sheet.rows().stream().mapToInt(this::rowHeight).sum();
        int height = above() + rows + (sheet.rows().size() - 1) * ROW_GAP + below();
        if ((long) width * height > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "too many faces for one sheet: %dx%d pixels".formatted(width, height));
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = prepared(image);
        try {
            g.setColor(PAPER);
            g.fillRect(0, 0, width, height);
            head(g);
            int y = above();
            for (ContactSheet.Row row : sheet.rows()) {
                row(g, row, y);
                y += rowHeight(row) + ROW_GAP;
            }
            foot(g, width, height);
        } finally {
            g.dispose();
        }
        return image;
    }

    private int left(int column) {
        return MARGIN + label + column * (side + GAP);
    }

    private void head(Graphics2D g) {
        if (!sheet.title().isEmpty()) {
            words(g, title, INK, sheet.title(), MARGIN, MARGIN);
        }
        int y = above() - lineHeight(heading) - 6;
        List<String> headings = sheet.columns();
        for (int i = 0; i < Math.min(headings.size(), columns); i++) {
            words(g, heading, INK, fitted(heading, headings.get(i), side), left(i), y);
        }
    }

    private void row(Graphics2D g, ContactSheet.Row row, int y) {
        int middle = y + (side - lineHeight(heading)) / 2;
        words(g, heading, INK, fitted(heading, row.label(), MOST_LABEL), MARGIN, middle);
        for (int i = 0; i < row.cells().size(); i++) {
            ContactSheet.Cell cell = row.cells().get(i);
            Photo picture =
                    cell.estimate() ? EstimateMark.under(cell.face()) : cell.face().toPhoto();
            int tall = picture.height() * sheet.scale();
            g.drawImage(FacePicture.of(picture), left(i), y, side, tall, null);
            int line = y + tall + 5;
            for (String caption : cell.caption()) {
                words(g, text, QUIET, fitted(text, caption, side), left(i), line);
                line += lineHeight(text);
            }
        }
    }

    private void foot(Graphics2D g, int width, int height) {
        if (!sheet.footer().isEmpty()) {
            int y = height - MARGIN - lineHeight(text);
            g.setColor(LINE);
            g.fillRect(MARGIN, y - 8, width - 2 * MARGIN, 1);
            words(g, text, QUIET, sheet.footer(), MARGIN, y);
        }
    }

    /// @param y of the upper edge of the line
    private void words(Graphics2D g, Font font, Color colour, String words, int x, int y) {
        g.setFont(font);
        g.setColor(colour);
        g.drawString(words, x, y + metrics(font).getAscent());
    }
}
