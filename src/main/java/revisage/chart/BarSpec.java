package revisage.chart;

import java.util.List;

/// Bars side by side, each with the interval its value may lie in: the seed study's figure 6 is a
/// panel for each system, in it a group for each method, in that a bar for each rate.
///
/// @param label of the upward axis, 0 to 1
/// @param kinds what the bars of a group are, 1 to 4; the first is compared with chance
/// @param panels 1 or more
public record BarSpec(String title, String label, List<String> kinds, List<Panel> panels)
        implements Figure {

    /// @param name below the panel
    /// @param groups 1 or more
    public record Panel(String name, List<Group> groups) {

        public Panel {
            groups = List.copyOf(groups);
        }
    }

    /// @param name below the group
    /// @param bars one for each kind
    /// @param chance what a blind guess reaches in place of the first bar, 0..1
    public record Group(String name, List<Bar> bars, double chance) {

        public Group {
            bars = List.copyOf(bars);
        }
    }

    /// @param value 0..1, like the others
    /// @param low not above `value`
    /// @param high not below `value`
    public record Bar(double value, double low, double high) {

        public Bar {
            if (!(0 <= low && low <= value && value <= high && high <= 1)) {
                throw new IllegalArgumentException(
                        "not a bar: %s in %s to %s".formatted(value, low, high));
            }
        }
    }

    public BarSpec {
        kinds = List.copyOf(kinds);
        panels = List.copyOf(panels);
        int width = kinds.size();
        if (width < 1
                || width > 4
                || panels.isEmpty()
                || panels.stream().anyMatch(p -> p.groups().isEmpty())
                || panels.stream()
                        .flatMap(p -> p.groups().stream())
                        .anyMatch(g -> g.bars().size() != width)) {
            throw new IllegalArgumentException("a bar of each kind in each group");
        }
    }
}
