package revisage.chart;

/// A figure as a description: numbers and words, no pixels. Every format is drawn from it.
public sealed interface Figure permits BarSpec, BoxSpec, ChartSpec, MatrixSpec {

    /// What it shows, in a few words; drawn above it unless empty.
    String title();
}
