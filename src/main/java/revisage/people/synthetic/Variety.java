package revisage.people.synthetic;

/// How much people differ and how much photos of one person differ: every knob in one place. Raise
/// the second half, or lower the first, to make recognition harder.
final class Variety {

    /// Deviation of the shape of heads, in natural deviations.
    static final float SHAPE = 1;

    /// Deviation of features that are painted: lids, brows, lips.
    static final float FEATURES = 1;

    /// Strength of marks that only one person has: moles, freckles, blotches. 0..1.
    static final float MARKS = 1;

    static final double AGE_FROM = 18;
    static final double AGE_TO = 80;

    /// Individual typology angle of the skin, degrees: dark to pale.
    static final double ITA_FROM = -45;

    static final double ITA_TO = 60;

    // Photos of one person.

    /// Share of photos with the larger turns of the head.
    static final double WIDE_TURNS = 0.18;

    /// Deviation of the usual yaw, and bound of the larger, degrees.
    static final float YAW = 12;

    static final float YAW_WIDE = 45;

    /// Deviation of pitch and roll, degrees.
    static final float PITCH = 7;

    static final float ROLL = 7;

    /// Strength of expressions, 0..1.
    static final float EXPRESSION = 1;

    /// How far the light may be from frontal and even, 0..1.
    static final float LIGHT = 1;

    /// Deviation of exposure in stops, and of white balance.
    static final float EXPOSURE = 0.3f;

    static final float COLOUR_CAST = 0.05f;

    /// Largest blur, pixels of the 112x112 picture.
    static final float BLUR = 0.9f;

    /// Largest noise, 8-bit steps.
    static final float NOISE = 5.5f;

    /// Lowest JPEG quality, 0..1.
    static final float JPEG = 0.45f;

    /// Share of photos in which something covers part of the face.
    static final double OCCLUSION = 0.06;

    /// Share of photos on which a person who owns glasses wears them.
    static final double GLASSES_WORN = 0.85;

    /// How much hair and beard change between photos, 0..1.
    static final float GROOMING = 0.35f;

    private Variety() {}
}
