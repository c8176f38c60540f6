package revisage.window.leak;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import revisage.window.ScreenView;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Picking rows of a file that may have ten million. The table shows a stretch of a million, as its
/// flow walks over all its rows at each jump; what is picked in other stretches stays picked while
/// one adds to it. The table keeps an object for each picked row, so a range has an end; all of
/// them are picked by picking none.
final class RowPicking {

    static final int MOST = 10_000;
    static final int STRETCH = 1_000_000;

    private final TableView<Integer> table;
    private final ComboBox<Stretch> stretches;
    private final Consumer<List<Integer>> picked;
    private final Runnable tooMany;
    private List<Integer> marked = List.of();
    private boolean quiet;
    private boolean adding;

    /// Rows from `first`, counted from 0.
    record Stretch(int first, int count) {

        boolean holds(int row) {
            return row >= first && row < first + count;
        }
    }

    /// @param stretches chooses what the table shows, where a file is long
    /// @param picked told the rows, ascending; none for all
    /// @param tooMany told when more were asked for than can be picked one by one
    RowPicking(
            TableView<Integer> table,
            ComboBox<Stretch> stretches,
            Consumer<List<Integer>> picked,
            Runnable tooMany) {
        this.table = table;
        this.stretches = stretches;
        this.picked = picked;
        this.tooMany = tooMany;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .getSelectedIndices()
                .addListener((ListChangeListener<Integer>) _ -> tell());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        stretches.valueProperty().subscribe(_ -> turn());
    }

    /// Shows a file of so many rows from its first row.
    void show(int count) {
        List<Stretch> all =
                IntStream.range(0, Math.ceilDiv(count, STRETCH))
                        .map(i -> i * STRETCH)
                        .mapToObj(first -> new Stretch(first, Math.min(STRETCH, count - first)))
                        .toList();
        ScreenView.show(stretches, all.size() > 1);
        stretches.getItems().setAll(all);
        stretches.getSelectionModel().selectFirst();
        turn();
    }

    private Stretch shown() {
        return Optional.ofNullable(stretches.getValue()).orElse(new Stretch(0, 0));
    }

    private void turn() {
        boolean before = quiet;
        quiet = true;
        table.getSelectionModel().clearSelection();
        table.setItems(new RowList(shown().first(), shown().count()));
        select();
        quiet = before;
    }

    private void select() {
        int[] here =
                marked.stream()
                        .filter(shown()::holds)
                        .limit(MOST)
                        .mapToInt(r -> r - shown().first())
                        .toArray();
        if (here.length > 0) {
            table.getSelectionModel().selectIndices(here[0], here);
            table.scrollTo(Math.max(0, here[0] - 2));
        }
    }

    private void tell() {
        if (!quiet) {
            quiet = true;
            Stream<Integer> elsewhere = marked.stream().filter(r -> adding && !shown().holds(r));
            Stream<Integer> here =
                    table.getSelectionModel().getSelectedIndices().stream()
                            .map(i -> shown().first() + i);
            marked = Stream.concat(elsewhere, here).sorted().toList();
            picked.accept(marked);
            quiet = false;
        }
    }

    /// Marks these, if it was not the table that told them; turns to the first.
    void mark(List<Integer> rows) {
        if (quiet) {
            return;
        }
        quiet = true;
        marked = List.copyOf(rows);
        table.getSelectionModel().clearSelection();
        Optional<Stretch> of =
                rows.stream()
                        .findFirst()
                        .flatMap(
                                row ->
                                        stretches.getItems().stream()
                                                .filter(s -> s.holds(row))
                                                .findFirst());
        if (of.isPresent() && !of.get().equals(shown())) {
            stretches.setValue(of.get());
        } else {
            select();
        }
        quiet = false;
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() && e.getCode() == KeyCode.A) {
            adding = false;
            picked.accept(List.of()); // none picked: all are targets
            e.consume();
            return;
        }
        adding = e.isShortcutDown() || e.isShiftDown();
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
        adding = e.isShortcutDown() || e.isShiftDown();
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
