package revisage.demo;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The numbers of a vector as thin bars around a middle line, one unit wide each, for an SVG of
/// `width` x 100.
///
/// @param width numbers
/// @param up path of the positive ones
/// @param down path of the negative ones
record Strip(int width, String up, String down) {

    private static final double MIDDLE = 50;
    private static final double REACH = 48;

    /// The largest number reaches the border.
    static Strip of(float[] vector) {
        double most = 1e-12;
        for (float value : vector) {
            most = Math.max(most, Math.abs(value));
        }
        var up = new StringBuilder();
        var down = new StringBuilder();
        for (int i = 0; i < vector.length; i++) {
            double end = MIDDLE - REACH * vector[i] / most;
            (vector[i] > 0 ? up : down).append(String.format(Locale.ROOT, "M%d.5 50V%.1f", i, end));
        }
        return new Strip(vector.length, up.toString(), down.toString());
    }

    /// The first few in figures.
    static String figures(float[] vector, int count) {
        return IntStream.range(0, Math.min(count, vector.length))
                .mapToObj(i -> String.format(Locale.ROOT, "%+.3f", vector[i]))
                .collect(Collectors.joining("\u2002"));
    }
}
