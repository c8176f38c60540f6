package revisage.chart;

import java.util.HashSet;
import java.util.List;

/// Curves over two axes.
///
/// @param title drawn above unless empty
/// @param series 1 or more, of different names
public record ChartSpec(String title, Axis x, Axis y, List<Series> series) implements Figure {

    public ChartSpec {
        series = List.copyOf(series);
        var names = new HashSet<String>();
        if (series.isEmpty() || !series.stream().map(Series::name).allMatch(names::add)) {
            throw new IllegalArgumentException("series need different names, got " + names);
        }
    }
}
