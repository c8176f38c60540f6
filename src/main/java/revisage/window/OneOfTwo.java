package revisage.window;

import atlantafx.base.theme.Styles;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/// Two buttons side by side of which one is always on.
public final class OneOfTwo {

    private final ToggleButton second;

    /// @param changed told after each choice; not before the first one
    public OneOfTwo(ToggleButton first, ToggleButton second, Runnable changed) {
        this.second = second;
        var group = new ToggleGroup();
        first.setToggleGroup(group);
        second.setToggleGroup(group);
        first.getStyleClass().add(Styles.LEFT_PILL);
        second.getStyleClass().add(Styles.RIGHT_PILL);
        group.selectToggle(first);
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                group.selectToggle(before);
                            } else if (before != null) {
                                changed.run();
                            }
                        });
    }

    /// Whether the second one is on.
    public boolean second() {
        return second.isSelected();
    }
}
