package revisage.measure;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// How well a number tells successes from failures: the chance that a success has the larger one,
/// half a chance where both are equal. 0.5 tells nothing, 1 tells all.
///
/// **Source** Hanley, McNeil, Radiology 143 (1982).
public final class AreaUnderCurve {

    private AreaUnderCurve() {}

    /// @param numbers one a trial
    /// @param success one a trial
    /// @param weights one a trial, 0 or more
    /// @return empty if there are no successes, or no failures
    public static OptionalDouble of(double[] numbers, boolean[] success, double[] weights) {
        Map<Double, double[]> at = new TreeMap<>(); // failures and successes at each number
        for (int i = 0; i < numbers.length; i++) {
            at.computeIfAbsent(numbers[i], _ -> new double[2])[success[i] ? 1 : 0] += weights[i];
        }
        double failures = 0;
        double successes = 0;
        double above = 0;
        for (double[] both : at.values()) {
            above += both[1] * (failures + both[0] / 2);
            failures += both[0];
            successes += both[1];
        }
        return failures > 0 && successes > 0
                ? OptionalDouble.of(above / (failures * successes))
                : OptionalDouble.empty();
    }
}
