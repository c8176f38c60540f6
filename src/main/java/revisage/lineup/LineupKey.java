package revisage.lineup;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What the codes of a [LineupPlan] stand for: `key.json`. Whoever has it knows the people; it
/// stays with the researcher.
///
/// @param schema version of this layout, 1
/// @param study fingerprint of the plan
/// @param people name of each person, by code
/// @param pictures file each picture was copied from, by code
public record LineupKey(
        int schema, String study, Map<String, String> people, Map<String, String> pictures) {

    /// The layout this program writes and reads.
    public static final int SCHEMA = 1;

    /// Beside the plan.
    public static final String FILE = "key.json";

    public LineupKey {
        people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
        pictures = Collections.unmodifiableSortedMap(new TreeMap<>(pictures));
    }
}
