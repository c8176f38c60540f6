package revisage.study;

import revisage.store.StoredGallery.Excluded;
import revisage.vector.VectorSet;

import java.util.List;
import java.util.Optional;

/// Probes as vectors of a matcher.
///
/// @param probes those that could be used
/// @param vectors one a probe
/// @param pixels SHA-256 of each aligned picture
/// @param excluded the others
public record Embedded(
        List<Probe> probes, VectorSet vectors, List<String> pixels, List<Excluded> excluded) {

    public Embedded {
        probes = List.copyOf(probes);
        pixels = List.copyOf(pixels);
        excluded = List.copyOf(excluded);
        if (probes.size() != vectors.count() || probes.size() != pixels.size()) {
            throw new IllegalArgumentException("one vector and one hash a probe");
        }
    }

    /// To be matched.
    ///
    /// @param photos whether the probes are the source photos themselves
    public Matching.Probes toMatch(boolean photos) {
        return new Matching.Probes(
                probes.stream().map(Probe::id).toList(),
                probes.stream().map(Probe::person).toList(),
                vectors,
                photos ? Optional.of(pixels) : Optional.empty());
    }
}
