package revisage.window.matches;

/// How large the faces of candidates can be. Numbers only.
final class CardGrid {

    /// Between two cards, pixels.
    static final double GAP = 12;

    private static final double BESIDE = 20; // a card's border and padding
    private static final double BELOW = 88; // and its words
    private static final double LEAST = 96;
    private static final double MOST = 260;

    private CardGrid() {}

    /// The largest side at which all cards are seen at once; where they cannot be, as many beside
    /// each other as are still large enough, and one scrolls.
    ///
    /// @param count of cards
    /// @param width of the place, pixels
    /// @param height of the place, pixels
    static double side(int count, double width, double height) {
        double best = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double high = (height - (rows - 1) * GAP) / rows - BELOW;
            best = Math.max(best, Math.min(wide(columns, width), Math.floor(high)));
        }
        if (best < LEAST) {
            int beside = (int) Math.max(1, Math.floor((width + GAP) / (LEAST + BESIDE + GAP)));
            best = Math.max(LEAST, wide(beside, width));
        }
        return Math.min(MOST, best);
    }

    private static double wide(int columns, double width) {
        return Math.floor((width - (columns - 1) * GAP) / columns - BESIDE);
    }
}
