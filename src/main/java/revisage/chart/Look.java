package revisage.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// How one curve is told from the others: by colour, dash and marker, each of which is enough.
///
/// **Source** of the colours: M. Okabe, K. Ito, Color Universal Design (2008), without the yellow.
///
/// @param marker around the origin; empty for curves that are not measured
/// @param hollow markers are white inside
record Look(Color colour, Optional<Shape> marker, boolean hollow, BasicStroke stroke) {

    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0x009E73),
                    new Color(0xCC79A7),
                    new Color(0xE69F00),
                    new Color(0x56B4E9),
                    new Color(0x000000));

    private static final List<List<Double>> DASHES =
            List.of(
                    List.of(),
                    List.of(4.5, 1.8),
                    List.of(5.0, 1.5, 1.2, 1.5),
                    List.of(2.2, 1.4),
                    List.of(7.0, 2.2),
                    List.of(5.0, 1.3, 1.2, 1.3, 1.2, 1.3),
                    List.of(8.0, 1.5, 2.2, 1.5));

    private static final List<List<Double>> CEILINGS =
            List.of(List.of(), List.of(6.0, 2.0), List.of(1.6, 1.6));

    private static final double SIZE = 4.4; // points, of a circle's diameter
    private static final double GAP = 1.2; // points, between a marker and the ring around it
    private static final int MOST_RINGS = 2;
    private static final float WIDTH = 1.1f; // points
    private static final float THICK = 1.5f;
    private static final float THIN = 0.6f;

    /// One for each series, in their order.
    static List<Look> of(List<Series> series) {
        var groups = new LinkedHashMap<String, Integer>();
        var members = new HashMap<String, Integer>();
        var looks = new ArrayList<Look>();
        int data = 0;
        int ceilings = 0;
        for (Series one : series) {
            switch (one.role()) {
                case CHANCE -> looks.add(plain(0x767676, stroke(1.1f, List.of(0.01, 2.4))));
                case CEILING ->
                        looks.add(plain(0x4D4D4D, stroke(0.8f, CEILINGS.get(ceilings++ % 3))));
                case TRACE -> {
                    int group = groups.computeIfAbsent(one.group(), _ -> groups.size());
                    int member = members.merge(one.group(), 1, Integer::sum);
                    boolean alone =
                            series.stream().filter(s -> s.group().equals(one.group())).count() < 2;
                    float width = alone ? WIDTH : member % 2 == 0 ? THIN : THICK;
                    looks.add(trace(group, width));
                }
                case DATA -> {
                    int group = groups.computeIfAbsent(one.group(), _ -> groups.size());
                    int member = members.merge(one.group(), 1, Integer::sum);
                    looks.add(data(group, data++, member));
                }
            }
        }
        return looks;
    }

    private static Look plain(int colour, BasicStroke stroke) {
        return new Look(new Color(colour), Optional.empty(), false, stroke);
    }

    /// @param member 1 for the first of its group; each further one has a larger marker, so that it
    ///   stands around those before it where they have the same value
    private static Look data(int group, int place, int member) {
        var dash = DASHES.get(place % DASHES.size());
        var colour = COLOURS.get(group % COLOURS.size());
        double inside = SIZE / 2 * inside(group);
        double growth = 1 + GAP / inside * Math.min(member - 1, MOST_RINGS);
        var marker = Optional.of(marker(group, growth * SIZE / 2));
        return new Look(colour, marker, member % 2 == 0, stroke(WIDTH, dash));
    }

    private static Look trace(int group, float width) {
        var dash = DASHES.get(group % DASHES.size());
        var colour = COLOURS.get(group % COLOURS.size());
        return new Look(colour, Optional.empty(), false, stroke(width, dash));
    }

    private static BasicStroke stroke(float width, List<Double> dash) {
        int cap =
                dash.isEmpty() || dash.getFirst() < 1
                        ? BasicStroke.CAP_ROUND
                        : BasicStroke.CAP_BUTT;
        if (dash.isEmpty()) {
            return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND);
        }
        float[] lengths = new float[dash.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dash.get(i).floatValue();
        }
        return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    /// Radius of the circle inside a marker, as a share of the usual radius.
    private static double inside(int group) {
        return switch (group % 8) {
            case 0, 5 -> 1;
            case 1, 3 -> 0.88;
            default -> 0.63;
        };
    }

    private static Shape marker(int group, double r) {
        return switch (group % 8) {
            case 0 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
            case 1 -> new Rectangle2D.Double(-0.88 * r, -0.88 * r, 1.76 * r, 1.76 * r);
            case 2 -> polygon(3, 1.25 * r, 0);
            case 3 -> polygon(4, 1.25 * r, 0);
            case 4 -> polygon(3, 1.25 * r, Math.PI);
            case 5 -> polygon(6, 1.1 * r, 0);
            case 6 -> cross(1.15 * r);
            default -> star(1.4 * r);
        };
    }

    /// Corners on a circle, the first at the top.
    private static Shape polygon(int corners, double radius, double turn) {
        return ring(corners, radius, radius, turn);
    }

    private static Shape star(double radius) {
        return ring(10, radius, 0.45 * radius, 0);
    }

    private static Shape ring(int corners, double even, double odd, double turn) {
        var path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turn - Math.PI / 2 + 2 * Math.PI * i / corners;
            double radius = i % 2 == 0 || even == odd ? even : odd;
            double x = radius * Math.cos(angle);
            double y = radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static Shape cross(double radius) {
        double arm = radius / 3;
        var plus = new Path2D.Double();
        plus.append(new Rectangle2D.Double(-arm, -radius, 2 * arm, 2 * radius), false);
        plus.append(new Rectangle2D.Double(-radius, -arm, 2 * radius, 2 * arm), false);
        var area = new Area(plus);
        return AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(area);
    }
}
