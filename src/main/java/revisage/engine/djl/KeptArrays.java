package revisage.engine.djl;

import ai.djl.ndarray.NDArray;

import revisage.work.Kept;

import java.util.Map;

/// Named arrays in a checkpoint.
///
/// @param prefix before each name
record KeptArrays(String prefix) {

    Kept add(Kept state, Map<String, NDArray> arrays) {
        Kept with = state;
        for (Map.Entry<String, NDArray> e : arrays.entrySet()) {
            with = with.and(prefix + e.getKey(), e.getValue().toFloatArray());
        }
        return with;
    }

    void restore(Kept state, Map<String, NDArray> arrays) {
        arrays.forEach((name, array) -> array.set(state.floats(prefix + name)));
    }
}
