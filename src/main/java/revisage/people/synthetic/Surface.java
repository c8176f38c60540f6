package revisage.people.synthetic;

/// What the paint of one sample comes to: filled in by painters, read by [Shading]. Scratch.
final class Surface {

    float red;
    float green;
    float blue;

    /// Strength of the highlight.
    float gloss;

    /// Doublings of the highlight's power: 3 is broad, 7 is a point.
    int sharp;

    /// Light that reaches it from around, 0..1.
    float open;

    /// How far the light spreads below the surface: 1 for skin.
    float soft;

    float nx;
    float ny;
    float nz;

    void set(Colour c) {
        red = c.red();
        green = c.green();
        blue = c.blue();
    }

    void mix(Colour c, float share) {
        red += (c.red() - red) * share;
        green += (c.green() - green) * share;
        blue += (c.blue() - blue) * share;
    }

    void times(float f) {
        red *= f;
        green *= f;
        blue *= f;
    }

    void times(float r, float g, float b) {
        red *= r;
        green *= g;
        blue *= b;
    }
}
