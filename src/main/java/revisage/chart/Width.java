package revisage.chart;

/// How wide a figure is printed.
public enum Width {
    /// One column of a two-column journal: 88 mm. The legend stands below.
    COLUMN(88),

    /// The whole page: 181 mm. The legend stands at the right.
    FULL(181),

    /// A slide: 254 mm, everything twice as large. The legend stands at the right.
    SLIDE(254);

    private final double millimetres;

    Width(double millimetres) {
        this.millimetres = millimetres;
    }

    /// As printed.
    public double millimetres() {
        return millimetres;
    }
}
