package revisage.store;

import java.util.Optional;

/// A row of `rates.csv`.
///
/// @param type `I` or `II`
/// @param counting `pictures` or `people`: what `k` counts
/// @param photoTpr rate of the source photos themselves
/// @param photoEquivalence `tpr` over `photoTpr`, of the same targets
/// @param lift `(tpr - chance) / (1 - chance)`
/// @param sameModel whether the attacked extractor is the matcher
public record RateRow(
        String matcher,
        String method,
        String type,
        int k,
        int n,
        double tpr,
        double fpr,
        double noMatch,
        double low,
        double high,
        double chance,
        int probes,
        String counting,
        Optional<Double> photoTpr,
        Optional<Double> photoEquivalence,
        double lift,
        boolean sameModel) {}
