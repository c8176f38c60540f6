package revisage.engine.djl;

/// How far a growing network has come.
///
/// @param level 0 and more
/// @param share of the level's newest layers in the picture, above 0, at most 1
record Grown(int level, double share) {

    Grown {
        if (level < 0 || !(share > 0 && share <= 1) || (level == 0 && share < 1)) {
            throw new IllegalArgumentException("level " + level + ", share " + share);
        }
    }

    /// Pixels.
    int side() {
        return Growing.side(level);
    }

    boolean fading() {
        return share < 1;
    }
}
