package revisage.study;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A line in a study's log.
///
/// @param step its name
/// @param fingerprint of name, settings and inputs
/// @param inputs hashes of what it read
/// @param ended nothing while it is only begun
record StepRecord(
        String step, String fingerprint, SortedMap<String, String> inputs, Optional<Ended> ended) {

    StepRecord {
        inputs = new TreeMap<>(inputs);
    }

    /// @param millis the time of the attempt that ended it
    /// @param outputs SHA-256 by path below the step's folder
    record Ended(long millis, SortedMap<String, String> outputs) {

        Ended {
            outputs = new TreeMap<>(outputs);
        }
    }

    static StepRecord begun(String step, String fingerprint, Map<String, String> inputs) {
        return new StepRecord(step, fingerprint, new TreeMap<>(inputs), Optional.empty());
    }

    StepRecord with(Ended end) {
        return new StepRecord(step, fingerprint, inputs, Optional.of(end));
    }
}
