package revisage.window.risk;

import revisage.window.risk.RangeBar.Range;

import java.util.List;

/// Two values that move along a row of stops.
final class RangeStops {

    private RangeStops() {}

    /// Place in the row of the value nearest to this one.
    static int nearest(List<Integer> stops, double value) {
        return nearestOf(stops.stream().map(Integer::doubleValue).toList(), value);
    }

    /// Place in the row of the value nearest to this one; the first of two as near.
    static int nearestOf(List<Double> stops, double value) {
        int best = 0;
        for (int i = 1; i < stops.size(); i++) {
            if (Math.abs(stops.get(i) - value) < Math.abs(stops.get(best) - value)) {
                best = i;
            }
        }
        return best;
    }

    /// The same range as far as these stops allow.
    static Range within(List<Integer> stops, Range range) {
        return new Range(
                stops.get(nearest(stops, range.low())), stops.get(nearest(stops, range.high())));
    }

    /// One stop further; a value that meets the other takes it along.
    ///
    /// @param by -1 or 1
    /// @param lower whether the lower value moves
    static Range step(List<Integer> stops, Range range, int by, boolean lower) {
        int at = stops.indexOf(lower ? range.low() : range.high());
        int to = stops.get(Math.clamp(at + by, 0, stops.size() - 1));
        return lower
                ? new Range(to, Math.max(to, range.high()))
                : new Range(Math.min(to, range.low()), to);
    }
}
