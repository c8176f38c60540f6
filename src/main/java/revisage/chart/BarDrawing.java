package revisage.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws bars in groups and panels. Kinds are told apart by colour and by place, so that print
/// without colour is enough.
final class BarDrawing implements Drawing {

    private static final double MARGIN = 4;
    private static final double LINE = 10;
    private static final double LEFT = 34;
    private static final double TALLEST = 170;
    private static final double BETWEEN_PANELS = 10;
    private static final double WIDEST_BAR = 22;
    private static final double SAMPLE = 12;
    private static final double BETWEEN_KEYS = 10;

    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0xBBBBBB),
                    new Color(0x009E73));

    private final BarSpec spec;
    private final Fonts fonts;
    private final Title title;
    private final double width;
    private final double left;
    private final double groupWidth;
    private final double top;
    private final double tall;
    private final boolean slanted;
    private final int keyRows;
    private final int nameRows;

    BarDrawing(BarSpec spec, double points, Fonts fonts) {
        this.spec = spec;
        this.fonts = fonts;
        this.width = points;
        this.title = new Title(spec.title(), fonts.title(), points - 2 * MARGIN);
        int groups = spec.panels().stream().mapToInt(p -> p.groups().size()).sum();
        double even = room(LEFT) / groups;
        this.slanted = longest() > even - 2;
        this.left = slanted ? Math.max(LEFT, firstSlanted() - even / 2) : LEFT;
        this.groupWidth = room(left) / groups;
        this.keyRows = keyRows();
        this.nameRows = nameRows();
        this.top = MARGIN + title.height() + keyRows * LINE + 6;
        this.tall = Math.min(TALLEST, 0.5 * points);
    }

    /// What is left for the groups.
    private double room(double from) {
        return width - from - MARGIN - (spec.panels().size() - 1) * BETWEEN_PANELS;
    }

    /// How far the first slanted name reaches to the left of its group's middle, and the margin.
    private double firstSlanted() {
        String first = spec.panels().getFirst().groups().getFirst().name();
        return 0.71 * Legend.textWidth(first, fonts.ticks()) + MARGIN + 4;
    }

    private double longest() {
        return spec.panels().stream()
                .flatMap(p -> p.groups().stream())
                .mapToDouble(g -> Legend.textWidth(g.name(), fonts.ticks()))
                .max()
                .orElse(0);
    }

    private double names() {
        return slanted ? 0.72 * longest() + 8 : LINE + 2;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return top + tall + names() + nameRows * LINE + 2 * MARGIN;
    }

    private double panelWidth(BarSpec.Panel panel) {
        return groupWidth * panel.groups().size();
    }

    /// What is below a panel: a simulator must be called one however narrow the figure is.
    private List<String> nameLines(BarSpec.Panel panel) {
        double widest = panelWidth(panel) + BETWEEN_PANELS - 4;
        String words =
                Stream.of(panel.name().split(" "))
                        .flatMap(w -> pieces(w, widest).stream())
                        .collect(Collectors.joining(" "));
        return Title.lines(words, fonts.text(), widest);
    }

    /// A word that is wider than its panel is broken: an ellipsis would hide whom it names.
    private List<String> pieces(String word, double widest) {
        var pieces = new ArrayList<String>();
        String rest = word;
        while (Legend.textWidth(rest, fonts.text()) > widest && rest.length() > 3) {
            int end = rest.length() - 1;
            while (end > 2
                    && Legend.textWidth(rest.substring(0, end) + "-", fonts.text()) > widest) {
                end--;
            }
            pieces.add(rest.substring(0, end) + "-");
            rest = rest.substring(end);
        }
        pieces.add(rest);
        return pieces;
    }

    private int nameRows() {
        return spec.panels().stream().mapToInt(p -> nameLines(p).size()).max().orElse(1);
    }

    private List<String> keys() {
        return Stream.concat(spec.kinds().stream(), Stream.of("Chance")).toList();
    }

    /// Where each word of the key stands: across, and its row.
    private List<Point2D> keyPlaces() {
        var places = new ArrayList<Point2D>();
        double x = left;
        int row = 0;
        for (String key : keys()) {
            double wide = SAMPLE + Legend.textWidth(key, fonts.text());
            if (x > left && x + wide > width - MARGIN) {
                x = left;
                row++;
            }
            places.add(new Point2D.Double(x, row));
            x += wide + BETWEEN_KEYS;
        }
        return places;
    }

    private int keyRows() {
        return 1 + (int) keyPlaces().getLast().getY();
    }

    @Override
    public void draw(Graphics2D g2) {
        g2.setPaint(Color.WHITE);
        g2.fill(new Rectangle2D.Double(0, 0, width(), height()));
        title.draw(g2, MARGIN, MARGIN);
        legend(g2);
        double x = left;
        for (BarSpec.Panel panel : spec.panels()) {
            double wide = panelWidth(panel);
            ground(g2, x, wide);
            for (BarSpec.Group group : panel.groups()) {
                group(g2, group, x);
                x += groupWidth;
            }
            double below = top + tall + names();
            for (String line : nameLines(panel)) {
                below += LINE;
                centred(g2, line, x - wide / 2, below);
            }
            x += BETWEEN_PANELS;
        }
        axis(g2);
    }

    private double y(double share) {
        return top + tall * (1 - share);
    }

    private void ground(Graphics2D g2, double x, double wide) {
        g2.setStroke(new BasicStroke(0.6f));
        for (int fifth = 0; fifth <= 5; fifth++) {
            g2.setPaint(fifth == 0 ? Ink.PRINT.line() : Ink.PRINT.grid());
            g2.draw(new Line2D.Double(x, y(fifth / 5.0), x + wide, y(fifth / 5.0)));
        }
    }

    private void axis(Graphics2D g2) {
        g2.setFont(fonts.ticks());
        g2.setPaint(Ink.PRINT.line());
        for (int fifth = 0; fifth <= 5; fifth++) {
            String text = LabelledAxis.label(fifth / 5.0);
            double right = left - 4 - Legend.textWidth(text, fonts.ticks());
            g2.drawString(text, (float) right, (float) (y(fifth / 5.0) + 2.5));
        }
        AffineTransform before = g2.getTransform();
        g2.translate(left - LEFT + MARGIN + 7, top + tall / 2);
        g2.rotate(-Math.PI / 2);
        g2.setPaint(Ink.PRINT.text());
        centred(g2, spec.label(), 0, 0);
        g2.setTransform(before);
    }

    private void group(Graphics2D g2, BarSpec.Group group, double x) {
        int kinds = spec.kinds().size();
        double bar = Math.min(WIDEST_BAR, groupWidth * 0.8 / kinds);
        double begin = x + (groupWidth - bar * kinds) / 2;
        for (int i = 0; i < kinds; i++) {
            BarSpec.Bar one = group.bars().get(i);
            double at = begin + i * bar;
            g2.setPaint(COLOURS.get(i));
            g2.fill(
                    new Rectangle2D.Double(
                            at + 0.3, y(one.value()), bar - 0.6, y(0) - y(one.value())));
            g2.setPaint(Color.BLACK);
            g2.setStroke(new BasicStroke(0.7f));
            double middle = at + bar / 2;
            g2.draw(new Line2D.Double(middle, y(one.low()), middle, y(one.high())));
            double cap = Math.min(2, bar / 4);
            g2.draw(new Line2D.Double(middle - cap, y(one.low()), middle + cap, y(one.low())));
            g2.draw(new Line2D.Double(middle - cap, y(one.high()), middle + cap, y(one.high())));
        }
        g2.setStroke(chance());
        g2.setPaint(Color.BLACK);
        double guess = y(group.chance());
        g2.draw(new Line2D.Double(begin - 2, guess, begin + bar + 2, guess));
        name(g2, group.name(), x + groupWidth / 2);
    }

    private static BasicStroke chance() {
        return new BasicStroke(
                1.1f,
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {0.01f, 2.4f},
                0);
    }

    private void name(Graphics2D g2, String name, double middle) {
        g2.setPaint(Color.BLACK);
        g2.setFont(fonts.ticks());
        double text = Legend.textWidth(name, fonts.ticks());
        double below = top + tall;
        if (!slanted) {
            g2.drawString(name, (float) (middle - text / 2), (float) (below + LINE));
            return;
        }
        AffineTransform before = g2.getTransform();
        g2.translate(middle + 3, below + 7);
        g2.rotate(-Math.PI / 4);
        g2.drawString(name, (float) -text, 0);
        g2.setTransform(before);
    }

    private void legend(Graphics2D g2) {
        List<String> keys = keys();
        List<Point2D> places = keyPlaces();
        g2.setFont(fonts.text());
        for (int i = 0; i < keys.size(); i++) {
            double x = places.get(i).getX();
            double y = MARGIN + title.height() + 7 + places.get(i).getY() * LINE;
            if (i < spec.kinds().size()) {
                g2.setPaint(COLOURS.get(i));
                g2.fill(new Rectangle2D.Double(x, y - 6, 7, 7));
                g2.setPaint(Color.BLACK);
            } else {
                g2.setPaint(Color.BLACK);
                g2.setStroke(chance());
                g2.draw(new Line2D.Double(x, y - 2.5, x + 9, y - 2.5));
            }
            g2.drawString(keys.get(i), (float) (x + SAMPLE), (float) y);
        }
    }

    private void centred(Graphics2D g2, String text, double x, double y) {
        g2.setFont(fonts.text());
        g2.setPaint(Color.BLACK);
        g2.drawString(text, (float) (x - Legend.textWidth(text, fonts.text()) / 2), (float) y);
    }
}
