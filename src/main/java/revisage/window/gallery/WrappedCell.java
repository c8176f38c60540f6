package revisage.window.gallery;

import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

/// Words on as many lines as they need; a label in a cell would be cut.
final class WrappedCell<S> extends TableCell<S, String> {

    private static final double ROOM = 20; // pixels beside the words

    private final Text words = new Text();

    WrappedCell(TableColumn<S, String> column) {
        words.getStyleClass().add("wrapped");
        words.wrappingWidthProperty().bind(column.widthProperty().subtract(ROOM));
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        words.setText(item == null ? "" : item);
        setAccessibleText(words.getText());
        setGraphic(empty ? null : words);
    }
}
