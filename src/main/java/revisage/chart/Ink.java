package revisage.chart;

import java.awt.Color;

/// The colours of a figure that are no curve's own.
///
/// @param paper behind everything
/// @param text of labels and legend
/// @param line of axes and ticks
/// @param grid behind the curves
record Ink(Color paper, Color text, Color line, Color grid) {

    /// Black on white.
    static final Ink PRINT =
            new Ink(Color.WHITE, Color.BLACK, new Color(0x333333), new Color(0xE3E3E3));

    /// On a light window.
    static final Ink LIGHT =
            new Ink(
                    new Color(0xFFFFFF),
                    new Color(0x24292F),
                    new Color(0x57606A),
                    new Color(0xE4E8EC));

    /// On a dark window.
    static final Ink DARK =
            new Ink(
                    new Color(0x161B22),
                    new Color(0xC9D1D9),
                    new Color(0x8B949E),
                    new Color(0x2A3038));
}
