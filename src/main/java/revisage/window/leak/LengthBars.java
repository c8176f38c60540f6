package revisage.window.leak;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import revisage.study.LeakOverview;
import revisage.window.Words;

import java.util.ArrayList;
import java.util.List;

/// How many vectors have which length, as bars.
final class LengthBars extends Region {

    private static final double GAP = 2;

    private final List<Region> bars = new ArrayList<>();
    private List<Integer> counts = List.of();

    LengthBars() {
        getStyleClass().add("bars");
        setMinHeight(48);
        setPrefHeight(84);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(LeakOverview.Lengths lengths, Words words) {
        counts = lengths.bins();
        bars.clear();
        double step = counts.isEmpty() ? 1 : (lengths.to() - lengths.from()) / counts.size();
        for (int i = 0; i < counts.size(); i++) {
            var bar = new Region();
            bar.getStyleClass().add("bar");
            double from = lengths.from() + i * step;
            Tooltip.install(
                    bar,
                    new Tooltip(
                            words.of(
                                    "leak.lengths.bar",
                                    Words.count(counts.get(i)),
                                    "%.3g".formatted(from),
                                    "%.3g".formatted(from + step))));
            bars.add(bar);
        }
        getChildren().setAll(bars);
        setAccessibleText(words.of("leak.lengths"));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int most = counts.stream().mapToInt(c -> c).max().orElse(1);
        double wide = getWidth() / Math.max(1, bars.size());
        for (int i = 0; i < bars.size(); i++) {
            double high = counts.get(i) == 0 ? 0 : Math.max(2, getHeight() * counts.get(i) / most);
            bars.get(i)
                    .resizeRelocate(
                            i * wide + GAP / 2, getHeight() - high, Math.max(1, wide - GAP), high);
        }
    }
}
