package revisage.match;

/// The cosines of one probe with all gallery rows. Scratch: valid only while it is handed over.
///
/// The numbers come from the engine and are nearly right. [#settle(float)] makes those exact whose
/// order relative to a given cosine the engine cannot tell; then every comparison with that cosine
/// is right.
public final class ProbeScores {

    private final ScoreBlocks blocks;
    private final int probe;
    private final float[] numbers;
    private final float[] cosines;

    /// @param cosines one a gallery row, written to by [#settle(float)]
    ProbeScores(ScoreBlocks blocks, int probe, float[] cosines) {
        this.blocks = blocks;
        this.probe = probe;
        this.numbers = blocks.probes().row(probe);
        this.cosines = cosines;
    }

    /// Place among the probes.
    public int probe() {
        return probe;
    }

    /// One a gallery row; the memory itself.
    public float[] cosines() {
        return cosines;
    }

    /// Makes the cosine of one row exact and gives it.
    public float settleRow(int row) {
        cosines[row] = blocks.exact(numbers, probe, row);
        return cosines[row];
    }

    /// Makes all cosines exact that may lie on either side of `bar`, or on it.
    public void settle(float bar) {
        float low = bar - blocks.doubt();
        float high = bar + blocks.doubt();
        for (int row = 0; row < cosines.length; row++) {
            if (cosines[row] >= low && cosines[row] <= high) {
                settleRow(row);
            }
        }
    }
}
