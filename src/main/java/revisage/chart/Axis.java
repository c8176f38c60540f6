package revisage.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// One direction of a chart.
///
/// @param label sentence case, with the unit if there is one, for example `Time (s)`
/// @param from smallest value shown; on a logarithmic axis above 0
/// @param to largest value shown
/// @param ticks values that are labelled, rising, within `from..to` (0 too on [Scale#LOG_AND_ZERO])
public record Axis(String label, Scale scale, double from, double to, List<Double> ticks) {

    private static final int MOST_TICKS = 8;

    /// How values become places.
    public enum Scale {
        /// Equal steps.
        LINEAR,

        /// Equal factors.
        LOG,

        /// Equal factors, and 0 at the left end behind a break in the axis.
        LOG_AND_ZERO
    }

    public Axis {
        ticks = List.copyOf(ticks);
        requireLength(scale, from, to);
    }

    private static void requireLength(Scale scale, double from, double to) {
        boolean ordered = Double.isFinite(from) && Double.isFinite(to) && from < to;
        if (!ordered || (scale != Scale.LINEAR && from <= 0)) {
            throw new IllegalArgumentException("no axis from %s to %s".formatted(from, to));
        }
    }

    /// 0 to 1 in fifths.
    public static Axis share(String label) {
        return new Axis(label, Scale.LINEAR, 0, 1, List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0));
    }

    /// Round ticks, at most eight.
    public static Axis linear(String label, double from, double to) {
        requireLength(Scale.LINEAR, from, to);
        double rough = (to - from) / (MOST_TICKS - 1);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double factor : new double[] {5, 2.5, 2, 1}) {
            step = factor * power >= rough * (1 - 1e-9) ? factor * power : step;
        }
        var ticks = new ArrayList<Double>();
        for (double i = Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
            ticks.add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(i)).doubleValue());
        }
        return new Axis(label, Scale.LINEAR, from, to, ticks);
    }

    /// Ticks 1, 2.5, 5 a decade, or 1, 3, or 1, as many as there is room for.
    public static Axis log(String label, double from, double to) {
        return new Axis(label, Scale.LOG, from, to, logTicks(from, to));
    }

    /// As [#log], with 0 before the first tick.
    ///
    /// @param from smallest value shown beside 0, above 0
    public static Axis logAndZero(String label, double from, double to) {
        var ticks = new ArrayList<Double>();
        ticks.add(0.0);
        ticks.addAll(logTicks(from, to));
        return new Axis(label, Scale.LOG_AND_ZERO, from, to, ticks);
    }

    /// This axis with a tick at each of the values, if there are few enough to be told apart.
    ///
    /// @param values in any order, repeated or not
    Axis markedAt(List<Double> values) {
        var distinct = values.stream().distinct().sorted().toList();
        return distinct.size() > MOST_TICKS + 2 ? this : new Axis(label, scale, from, to, distinct);
    }

    /// This axis with ticks at the values that keep their distance from the one before, and at the
    /// last; unchanged if there are too many.
    ///
    /// @param values in any order, repeated or not
    Axis thinnedAt(List<Double> values) {
        var distinct = values.stream().distinct().sorted().toList();
        if (distinct.size() > 2 * MOST_TICKS) {
            return this;
        }
        double apart = (place(to) - place(from)) / (2 * MOST_TICKS);
        var ticks = new ArrayList<Double>();
        for (double value : distinct) {
            boolean last = value == distinct.getLast();
            boolean near =
                    !ticks.isEmpty() && place(value) - place(ticks.getLast()) < apart * 0.999;
            if (near && last) {
                ticks.removeLast();
            }
            if (!near || last) {
                ticks.add(value);
            }
        }
        return new Axis(label, scale, from, to, ticks);
    }

    private static List<Double> logTicks(double from, double to) {
        requireLength(Scale.LOG, from, to);
        double decades = Math.log10(to / from);
        double[] steps =
                decades <= 2.5
                        ? new double[] {1, 2.5, 5}
                        : decades <= 4 ? new double[] {1, 3} : new double[] {1};
        var ticks = new ArrayList<Double>();
        for (int power = (int) Math.floor(Math.log10(from)); power <= Math.log10(to); power++) {
            for (double step : steps) {
                double tick = BigDecimal.valueOf(step).scaleByPowerOfTen(power).doubleValue();
                if (tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /// Place of a value along the axis, in units of which equal steps look equal.
    double place(double value) {
        return switch (scale) {
            case LINEAR -> value;
            case LOG -> Math.log10(value);
            case LOG_AND_ZERO -> value == 0 ? zero() : Math.log10(value);
        };
    }

    /// Where the axis is broken: between 0 and the smallest value.
    double breakPlace() {
        return (zero() + Math.log10(from)) / 2;
    }

    private double zero() {
        return Math.log10(from) - Math.max(0.15, 0.14 * Math.log10(to / from));
    }

    double firstPlace() {
        return scale == Scale.LOG_AND_ZERO ? zero() : place(from);
    }
}
