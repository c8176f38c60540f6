package revisage.match;

/// The most alike gallery pictures for many probes: rows of the gallery with their scores, best
/// first; equal scores in the order of the gallery.
public final class Hits {

    private final int[][] rows;
    private final float[][] scores;

    /// Handed over, not copied.
    Hits(int[][] rows, float[][] scores) {
        this.rows = rows;
        this.scores = scores;
    }

    /// m.
    public int probes() {
        return rows.length;
    }

    /// How many were found for this probe: the K asked for, or all there are.
    public int count(int probe) {
        return rows[probe].length;
    }

    /// @param rank 0 is the most alike
    /// @return row of the gallery
    public int row(int probe, int rank) {
        return rows[probe][rank];
    }

    /// The cosine, -1..1: calculated in 64 bit and rounded to 32.
    public float score(int probe, int rank) {
        return scores[probe][rank];
    }
}
