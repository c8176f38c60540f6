package revisage.train;

/// How far a growing network has come.
///
/// @param level 0 and more; the side is 4 pixels at level 0 and doubles from level to level
/// @param share of the level's newest layers in the picture, above 0, at most 1
public record Grown(int level, double share) {

    /// Pixels of level 0.
    public static final int FIRST = 4;

    public Grown {
        if (level < 0 || !(share > 0 && share <= 1) || (level == 0 && share < 1)) {
            throw new IllegalArgumentException("level " + level + ", share " + share);
        }
    }

    /// Pixels at a level.
    public static int side(int level) {
        return FIRST << level;
    }

    /// The level whose side this is.
    ///
    /// @param side a power of 2, 4 or more
    public static int level(int side) {
        if (side < FIRST || Integer.bitCount(side) != 1) {
            throw new IllegalArgumentException("no level has " + side + " pixels");
        }
        return Integer.numberOfTrailingZeros(side / FIRST);
    }

    /// Pixels.
    public int side() {
        return side(level);
    }

    /// Whether the newest layers do not stand alone yet.
    public boolean fading() {
        return share < 1;
    }
}
