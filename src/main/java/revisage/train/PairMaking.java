package revisage.train;

import java.util.Optional;

/// How many pairs are made of each face. Whatever is done to a face, the extractor is asked anew:
/// no face stands beside another one's vector.
///
/// @param mirrored each face also in a mirror; yes
/// @param changed copies of each face, moved and lit otherwise by the plan's augmentation, 0..100;
///   0
/// @param blended mixtures of each face with another, drawn by the seed, 0..1000; 0
/// @param drawn faces drawn in a basis of eigenfaces, beside the others, 0..10,000,000; 0
/// @param basis a file that `eigenfaces fit --extractor` wrote, for drawn ones
public record PairMaking(
        Optional<Boolean> mirrored,
        Optional<Integer> changed,
        Optional<Integer> blended,
        Optional<Integer> drawn,
        Optional<String> basis) {

    static final PairMaking USUAL =
            new PairMaking(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public PairMaking {
        Settings.within("changed", changed, 0, 100);
        Settings.within("blended", blended, 0, 1000);
        Settings.within("drawn", drawn, 0, 10_000_000);
        if (drawn.orElse(0) > 0 != basis.isPresent()) {
            throw new IllegalArgumentException("'drawn' and 'basis' go together");
        }
    }

    PairMaking complete() {
        return new PairMaking(
                Optional.of(mirrors()),
                Optional.of(changes()),
                Optional.of(blends()),
                Optional.of(drawings()),
                basis);
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

    int drawings() {
        return drawn.orElse(0);
    }

    /// Pairs of each face.
    int each() {
        return 1 + (mirrors() ? 1 : 0) + changes() + blends();
    }
}
