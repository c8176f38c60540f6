package revisage.measure;

/// Logarithms of `0!` to `n!`, so that chances over big galleries neither overflow nor are slow.
/// Relative error of a binomial coefficient: below 1e-9 up to a million people.
final class LogFactorials {

    private final double[] table;

    /// @param most 0 or more
    LogFactorials(int most) {
        table = new double[most + 1];
        double lost = 0; // Kahan: a plain sum of a million logarithms would lose four digits
        for (int i = 2; i <= most; i++) {
            double term = Math.log(i) - lost;
            double sum = table[i - 1] + term;
            lost = (sum - table[i - 1]) - term;
            table[i] = sum;
        }
    }

    /// `ln C(n, k)`; minus infinity if there is no way to choose.
    double choose(int n, int k) {
        if (k < 0 || k > n) {
            return Double.NEGATIVE_INFINITY;
        }
        return table[n] - table[k] - table[n - k];
    }
}
