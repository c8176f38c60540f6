package revisage.people.synthetic;

import static revisage.people.synthetic.Smooth.clamp01;

/// What is different on each photo of a person.
///
/// @param seed of the photo's own noise
record Moment(
        long seed,
        Pose pose,
        Expression expression,
        Light light,
        Camera camera,
        Grooming grooming,
        Cover cover,
        Backdrop backdrop) {

    /// Degrees. Positive yaw turns the nose to the right in the picture, positive pitch lifts it,
    /// positive roll tilts the head clockwise before the picture is aligned.
    record Pose(float yaw, float pitch, float roll) {}

    /// 0..1 each but the gaze, which is degrees.
    ///
    /// @param lids how far the eyes are closed
    record Expression(
            float smile,
            float open,
            float brows,
            float frown,
            float down,
            float pucker,
            float lids,
            float gazeX,
            float gazeY) {}

    /// @param x direction towards the main light, camera's axes (right, up, to the camera), unit
    /// @param soft 0 for a hard lamp, 1 for a sky
    /// @param key strength and colour of the main light
    /// @param above and below: colour of what comes from all around
    record Light(
            float x,
            float y,
            float z,
            float soft,
            Colour key,
            Colour above,
            Colour below,
            float rim,
            float rimSide) {}

    /// @param distance mm
    /// @param stops of exposure
    /// @param blur pixels of the 112x112 picture, deviation
    /// @param noise 8-bit steps, deviation
    /// @param jpeg quality, 0..1
    record Camera(
            float distance,
            float stops,
            float contrast,
            float saturation,
            float red,
            float blue,
            float blur,
            float noise,
            float jpeg) {}

    /// @param hair factor on its thickness
    /// @param beard factor on its length
    /// @param part shift of the parting
    record Grooming(float hair, float beard, float part, boolean glasses, Colour cloth) {}

    /// What hides part of the face.
    ///
    /// @param x side, -1..1
    /// @param y how much of it, 0..1
    /// @param angle slope of its edge
    record Cover(Kind kind, float x, float y, float angle, Colour colour) {

        /// What it is.
        enum Kind {
            NONE,
            SIDE,
            BELOW,
            SUNGLASSES
        }
    }

    /// @param kind of background
    record Backdrop(int kind, Colour first, Colour second, int pattern) {}

    static Moment of(Identity who, long seed) {
        var d = new Draws(seed);
        return new Moment(
                seed,
                pose(d),
                expression(d),
                light(d),
                camera(d),
                new Grooming(
                        1 + Variety.GROOMING * d.between(-0.5, 0.6),
                        1 + Variety.GROOMING * d.between(-1, 0.7),
                        d.normal() * 0.15f,
                        who.glasses().owned() && d.chance(Variety.GLASSES_WORN),
                        wall(d)),
                cover(d),
                new Backdrop(d.below(5), wall(d), wall(d), d.below(1 << 20)));
    }

    private static Pose pose(Draws d) {
        boolean wide = d.chance(Variety.WIDE_TURNS);
        float yaw =
                wide
                        ? d.between(18, Variety.YAW_WIDE) * (d.chance(0.5) ? 1 : -1)
                        : Math.clamp(Variety.YAW * d.normal(), -25f, 25f);
        return new Pose(
                yaw,
                Math.clamp(Variety.PITCH * d.normal(), -18f, 18f),
                Math.clamp(Variety.ROLL * d.normal(), -20f, 20f));
    }

    private static Expression expression(Draws d) {
        float e = Variety.EXPRESSION;
        float smile = d.chance(0.64) ? e * d.between(0.15, 1) : 0;
        float open = d.chance(0.36) ? e * d.between(0.1, smile > 0 ? 0.6 : 0.9) : 0;
        if (smile > 0.45f && d.chance(0.6)) {
            open = Math.max(open, 0.28f * smile);
        }
        return new Expression(
                smile,
                open,
                d.chance(0.3) ? e * d.between(-0.4, 1) : 0,
                smile == 0 && d.chance(0.3) ? e * d.between(0.1, 0.9) : 0,
                smile == 0 && d.chance(0.2) ? e * d.between(0.1, 0.8) : 0,
                smile == 0 && d.chance(0.1) ? e * d.between(0.1, 0.7) : 0,
                d.chance(0.03) ? 1 : clamp01(0.06f * d.normal() + 0.22f * smile),
                d.normal() * 7,
                d.normal() * 4);
    }

    private static Light light(Draws d) {
        float much = Variety.LIGHT;
        float side = d.normal() * 38 * much;
        float high = 24 + d.normal() * 17 * much;
        double a = StrictMath.toRadians(Math.clamp(side, -85f, 85f));
        double h = StrictMath.toRadians(Math.clamp(high, -15f, 62f));
        float warm = d.normal() * 0.08f;
        float key = d.between(0.45, 1.15);
        float fill = 1.12f - 0.62f * key + 0.12f * d.normal();
        float sky = d.normal() * 0.06f;
        var all = new Colour(1 - sky, 1, 1 + sky).times(Math.max(0.25f, fill));
        return new Light(
                (float) (StrictMath.sin(a) * StrictMath.cos(h)),
                (float) StrictMath.sin(h),
                (float) (StrictMath.cos(a) * StrictMath.cos(h)),
                (float) d.uniform(),
                new Colour(1 + warm, 1, 1 - warm * 1.3f).times(key),
                all,
                all.times(d.between(0.4, 0.85)).times(1.05f, 1, 0.93f),
                d.chance(0.3) ? d.between(0.15, 0.8) : 0,
                d.chance(0.5) ? 1 : -1);
    }

    private static Camera camera(Draws d) {
        return new Camera(
                d.between(650, 1700),
                Variety.EXPOSURE * d.normal(),
                1 + 0.09f * d.normal(),
                1.05f + 0.13f * d.normal(),
                1 + Variety.COLOUR_CAST * d.normal(),
                1 + Variety.COLOUR_CAST * d.normal(),
                Variety.BLUR * Smooth.square(d.between(0.2, 1)),
                Variety.NOISE * Smooth.square(d.between(0.15, 1)),
                d.between(Variety.JPEG, 0.97));
    }

    private static Cover cover(Draws d) {
        boolean any = d.chance(Variety.OCCLUSION);
        Cover.Kind kind =
                switch (d.below(3)) {
                    case 0 -> Cover.Kind.SIDE;
                    case 1 -> Cover.Kind.BELOW;
                    default -> Cover.Kind.SUNGLASSES;
                };
        return new Cover(
                any ? kind : Cover.Kind.NONE,
                d.between(-1, 1),
                d.between(0, 1),
                d.between(-0.3, 0.3),
                wall(d));
    }

    private static Colour wall(Draws d) {
        float v = Smooth.square(d.between(0.1, 0.95));
        float strong = d.between(0, 1);
        return new Colour(
                clamp01(v * (1 + strong * d.between(-0.35, 0.25))),
                clamp01(v * (1 + strong * d.between(-0.25, 0.12))),
                clamp01(v * (1 + strong * d.between(-0.4, 0.3))));
    }
}
