package revisage.engine.djl;

import ai.djl.ndarray.NDArray;

import revisage.work.Kept;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

/// How far made faces are from the true ones, stage by stage.
interface FaceLoss {

    /// @param made `(b, 3, h, w)`, with a gradient
    /// @param faces the true ones
    /// @param values gets each part by its name, one number each, not weighted
    /// @return one number
    NDArray of(int stage, NDArray made, NDArray faces, Map<String, NDArray> values);

    /// Whether the optimiser begins anew with this stage.
    boolean beginsAnew(int stage);

    /// Whether weights must be measured before this stage goes on.
    default boolean unmeasured(int stage) {
        return false;
    }

    /// Measures weights.
    default void calibrate(NDArray made, NDArray faces) {}

    /// What was measured, by name.
    default SortedMap<String, Double> calibrated() {
        return Collections.emptySortedMap();
    }

    /// For the checkpoint.
    default Kept addTo(Kept state) {
        return state;
    }

    /// From the checkpoint.
    default void restore(Kept state) {}
}
