package revisage.window;

import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.GridView;

/// A grid of faces by their rows: it fills its width evenly, is named for those who cannot see it,
/// and the keys move it.
public final class FaceGrid extends GridView<Integer> {

    private static final double BAR = 18; // pixels that the grid keeps for its scroll bar

    private final double cell;
    private final double room;

    /// @param cell width of a cell, pixels
    /// @param height of a cell, pixels
    /// @param room around a cell at least, pixels
    public FaceGrid(double cell, double height, double room) {
        this.cell = cell;
        this.room = room;
        setCellWidth(cell);
        setCellHeight(height);
        setHorizontalCellSpacing(room);
        setVerticalCellSpacing(room);
        setPrefSize(cell + 2 * room + BAR, row()); // its place decides; asked, it would fill rows
        setFocusTraversable(false); // its inside takes the focus
        widthProperty().subscribe(_ -> spread());
        skinProperty().subscribe(_ -> flow());
        accessibleTextProperty().subscribe(_ -> flow());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void spread() {
        double wide = getWidth() - BAR;
        double columns = Math.max(1, Math.floor(wide / (cell + 2 * room)));
        setHorizontalCellSpacing(Math.max(room, Math.floor((wide / columns - cell) / 2)));
    }

    private void flow() {
        if (getSkin() != null && lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.setAccessibleText(getAccessibleText());
            flow.setFixedCellSize(row()); // else it fills rows that nobody sees to measure them
        }
    }

    private double row() {
        return getCellHeight() + 2 * getVerticalCellSpacing();
    }

    private void key(KeyEvent e) {
        if (!(lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return;
        }
        switch (e.getCode()) {
            case UP -> flow.scrollPixels(-row());
            case DOWN -> flow.scrollPixels(row());
            case PAGE_UP -> flow.scrollPixels(-flow.getHeight());
            case PAGE_DOWN -> flow.scrollPixels(flow.getHeight());
            case HOME -> flow.setPosition(0);
            case END -> flow.setPosition(1);
            default -> {
                return;
            }
        }
        e.consume();
    }
}
