package revisage.people.synthetic;

/// Light that is reflected, in linear sRGB, 0..1 a channel.
record Colour(float red, float green, float blue) {

    private static final float[] TO_LINEAR = new float[256];

    static {
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0;
            TO_LINEAR[i] =
                    (float) (v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4));
        }
    }

    /// From 8-bit sRGB as one usually writes it.
    static Colour srgb(int red, int green, int blue) {
        return new Colour(TO_LINEAR[red], TO_LINEAR[green], TO_LINEAR[blue]);
    }

    /// From CIE L*a*b* under D65; what no screen can show is cut.
    static Colour lab(double l, double a, double b) {
        double fy = (l + 16) / 116;
        double x = 0.95047 * inverse(fy + a / 500);
        double y = inverse(fy);
        double z = 1.08883 * inverse(fy - b / 200);
        return new Colour(
                cut(3.2406 * x - 1.5372 * y - 0.4986 * z),
                cut(-0.9689 * x + 1.8758 * y + 0.0415 * z),
                cut(0.0557 * x - 0.2040 * y + 1.0570 * z));
    }

    private static double inverse(double f) {
        return f > 6.0 / 29 ? f * f * f : 108.0 / 841 * (f - 4.0 / 29);
    }

    private static float cut(double v) {
        return (float) Math.clamp(v, 0.002, 1);
    }

    Colour mix(Colour other, float share) {
        return new Colour(
                Smooth.mix(red, other.red, share),
                Smooth.mix(green, other.green, share),
                Smooth.mix(blue, other.blue, share));
    }

    Colour times(float factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    Colour times(float r, float g, float b) {
        return new Colour(red * r, green * g, blue * b);
    }
}
