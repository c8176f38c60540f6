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

    /// The largest side at which all cards are seen at once; the smallest one where they cannot be,
    /// and one scrolls.
    ///
    /// @param count of cards
    /// @param width of the place, pixels
    /// @param height of the place, pixels
    static double side(int count, double width, double height) {
        double best = LEAST;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double wide = (width - (columns - 1) * GAP) / columns - BESIDE;
            double high = (height - (rows - 1) * GAP) / rows - BELOW;
            best = Math.max(best, Math.floor(Math.min(wide, high)));
        }
        return Math.min(MOST, best);
    }
}
