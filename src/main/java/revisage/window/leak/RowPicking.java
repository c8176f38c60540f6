package revisage.window.leak;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Picking rows of a table that may have ten million. The table keeps an object for each picked
/// row, so a range has an end; all of them are picked by picking none.
final class RowPicking {

    static final int MOST = 10_000;

    private final TableView<Integer> table;
    private final Consumer<List<Integer>> picked;
    private final Runnable tooMany;
    private boolean quiet;

    /// @param picked told the rows, ascending; none for all
    /// @param tooMany told when more were asked for than can be picked one by one
    RowPicking(TableView<Integer> table, Consumer<List<Integer>> picked, Runnable tooMany) {
        this.table = table;
        this.picked = picked;
        this.tooMany = tooMany;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .getSelectedIndices()
                .addListener((ListChangeListener<Integer>) _ -> tell());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    }

    private void tell() {
        if (!quiet) {
            quiet = true;
            picked.accept(
                    table.getSelectionModel().getSelectedIndices().stream().sorted().toList());
            quiet = false;
        }
    }

    /// Marks these, if it was not the table that told them.
    void mark(List<Integer> rows) {
        if (quiet) {
            return;
        }
        quiet = true;
        table.getSelectionModel().clearSelection();
        if (!rows.isEmpty()) {
            int[] more = rows.stream().skip(1).limit(MOST).mapToInt(r -> r).toArray();
            table.getSelectionModel().selectIndices(rows.getFirst(), more);
            table.scrollTo(Math.max(0, rows.getFirst() - 2));
        }
        quiet = false;
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() && e.getCode() == KeyCode.A) {
            table.getSelectionModel().clearSelection(); // none picked: all are targets
            e.consume();
            return;
        }
        int now = table.getFocusModel().getFocusedIndex();
        boolean far =
                (e.getCode() == KeyCode.HOME && now > MOST)
                        || (e.getCode() == KeyCode.END && table.getItems().size() - now > MOST);
        if (e.isShiftDown() && far) {
            tooMany.run();
            e.consume();
        }
    }

    private void press(MouseEvent e) {
        int from = table.getFocusModel().getFocusedIndex();
        Optional<Integer> to =
                e.getTarget() instanceof Node node
                        ? Stream.iterate(node, n -> n != null, Node::getParent)
                                .filter(TableRow.class::isInstance)
                                .map(n -> ((TableRow<?>) n).getIndex())
                                .findFirst()
                        : Optional.empty();
        if (e.isShiftDown() && to.stream().anyMatch(t -> Math.abs(t - from) > MOST)) {
            tooMany.run();
            e.consume();
        }
    }
}
