package revisage.match;

import java.util.List;

/// What a recogniser answers for one face.
///
/// @param candidates most alike first; empty where the recogniser finds nobody
public record Ranking(List<Candidate> candidates) {

    public Ranking {
        candidates = List.copyOf(candidates);
    }
}
