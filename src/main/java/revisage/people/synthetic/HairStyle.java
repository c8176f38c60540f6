package revisage.people.synthetic;

/// What is on the head.
enum HairStyle {
    BALD,
    SHAVEN,
    SHORT,
    CROP,
    SWEPT,
    CURLS,
    AFRO,
    BOB,
    LONG,
    WAVES,
    TIED,
    BUN,
    SCARF,
    BEANIE;

    /// Hangs below the ears.
    boolean hangs() {
        return this == BOB || this == LONG || this == WAVES;
    }

    boolean cloth() {
        return this == SCARF || this == BEANIE;
    }
}
