package revisage.extract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What models are called where several appear: as their cards say, and where two of them say the
/// same, with the beginning of their hash.
public final class ModelNames {

    private static final int TOLD = 4; // digits

    private ModelNames() {}

    /// @param bySha256 the names of their cards
    /// @return all different, as long as the hashes differ at their beginning; in the same order
    public static Map<String, String> apart(Map<String, String> bySha256) {
        var bearers = new HashMap<String, Integer>();
        bySha256.values().forEach(n -> bearers.merge(n, 1, Integer::sum));
        var names = new LinkedHashMap<>(bySha256);
        names.replaceAll(
                (sha, name) ->
                        bearers.getOrDefault(name, 1) > 1
                                ? "%s (%s)".formatted(name, sha.substring(0, TOLD))
                                : name);
        return names;
    }
}
