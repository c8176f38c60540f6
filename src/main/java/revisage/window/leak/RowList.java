package revisage.window.leak;

import javafx.collections.ObservableListBase;

/// The numbers 0 to n - 1 without storing them: a table over ten million vectors holds nothing.
final class RowList extends ObservableListBase<Integer> {

    private final int count;

    RowList(int count) {
        this.count = count;
    }

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public int indexOf(Object row) {
        return row instanceof Integer i && i >= 0 && i < count ? i : -1;
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }
}
