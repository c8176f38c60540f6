package revisage.train;

import java.util.Optional;

/// How many pairs are made of each face. Whatever is done to a face, the extractor is asked anew:
/// no face stands beside another one's vector.
///
/// @param mirrored each face also in a mirror; yes
/// @param changed copies of each face, moved and lit otherwise by the plan's augmentation, 0..100;
///   0
/// @param blended mixtures of each face with another, drawn by the seed, 0..1000; 0
public record PairMaking(
        Optional<Boolean> mirrored, Optional<Integer> changed, Optional<Integer> blended) {

    static final PairMaking USUAL =
            new PairMaking(Optional.empty(), Optional.empty(), Optional.empty());

    public PairMaking {
        changed.ifPresent(n -> ExtractorPlan.within("changed", n, 0, 100));
        blended.ifPresent(n -> ExtractorPlan.within("blended", n, 0, 1000));
    }

    PairMaking complete() {
        return new PairMaking(
                Optional.of(mirrors()), Optional.of(changes()), Optional.of(blends()));
    }

    boolean mirrors() {
        return mirrored.orElse(true);
    }

    int changes() {
        return changed.orElse(0);
    }

    int blends() {
        return blended.orElse(0);
    }

    /// Pairs of each face.
    int each() {
        return 1 + (mirrors() ? 1 : 0) + changes() + blends();
    }
}
