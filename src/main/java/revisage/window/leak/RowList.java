package revisage.window.leak;

import javafx.collections.ObservableListBase;

/// A stretch of the row numbers of a file, as the table's items: no object is kept for a row.
final class RowList extends ObservableListBase<Integer> {

    private final int first;
    private final int count;

    /// @param first the number of the first row, from 0
    RowList(int first, int count) {
        this.first = first;
        this.count = count;
    }

    @Override
    public Integer get(int index) {
        return first + index;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public int indexOf(Object row) {
        return row instanceof Integer i && i >= first && i < first + count ? i - first : -1;
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }
}
