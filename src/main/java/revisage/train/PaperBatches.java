package revisage.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Faces a step at each level, from 4 pixels on, in the presets of the authors of progressive
/// growing; above those that are named, four a device.
///
/// **Source** `config.py` of Karras et al.: `v2-1gpu` to `v2-8gpus`.
final class PaperBatches {

    private static final Map<Integer, List<Integer>> PRESETS =
            Map.of(
                    1, List.of(128, 128, 128, 64, 32, 16, 8),
                    2, List.of(256, 256, 128, 64, 32, 16),
                    4, List.of(512, 256, 128, 64, 32),
                    8, List.of(512, 256, 128, 64));

    /// Counts of devices with a preset.
    static final List<Integer> GPUS = List.of(1, 2, 4, 8);

    private PaperBatches() {}

    static List<Integer> of(int gpus, int levels) {
        List<Integer> preset = PRESETS.getOrDefault(gpus, List.of());
        var batches = new ArrayList<Integer>();
        for (int level = 0; level < levels; level++) {
            batches.add(level < preset.size() ? preset.get(level) : gpus * 4);
        }
        return batches;
    }
}
