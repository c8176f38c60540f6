package revisage.measure;

/// How well a matcher tells the same person from others.
///
/// @param decidability d': distance of the two means over the root of the mean variance, in
///   standard deviations; infinite if nothing varies
/// @param equalErrorRate where as many of the same are refused as others accepted, 0..1
public record Separation(double decidability, double equalErrorRate) {

    /// @param mated scores of pairs that show one person, 1 or more, finite
    public static Separation of(float[] mated, ImpostorScores impostors) {
        if (mated.length == 0) {
            throw new IllegalArgumentException("no mated scores");
        }
        float[] same = ImpostorScores.sorted(mated);
        float[] other = impostors.rising();
        double apart = mean(same) - mean(other);
        double spread = Math.sqrt((variance(same) + variance(other)) / 2);
        double decidability = apart == 0 ? 0 : apart / spread;
        return new Separation(decidability, equalErrorRate(same, impostors));
    }

    /// The error at the crossing of two staircases: the false non-match rate steps up at each mated
    /// score, the false match rate steps down between them.
    private static double equalErrorRate(float[] rising, ImpostorScores impostors) {
        int refused = 0;
        while (refused < rising.length
                && impostors.falseMatchRate(rising[refused]) > (double) refused / rising.length) {
            refused++;
        }
        if (refused == 0) {
            return 0;
        }
        double above = impostors.falseMatchRate(Math.nextUp(rising[refused - 1]));
        return Math.min((double) refused / rising.length, above);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
