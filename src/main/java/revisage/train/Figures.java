package revisage.train;

import java.util.Optional;

/// How well an extractor tells people apart whom it never saw.
///
/// @param people 2 or more
/// @param photos of all of them
/// @param accuracy share of pairs judged right, as many of one person as of two, the threshold from
///   the other nine tenths of the people, 0..1
/// @param equalErrorRate 0..1
/// @param tarAtFmr1e3 share of pairs of one person accepted where one in a thousand pairs of two
///   people is, 0..1; nothing with fewer than 10,000 such pairs
/// @param rankOne share of photos whose most alike other photo shows the same person, 0..1
/// @param rankOneOfOnePhoto the same where the gallery has the first photo of each person only and
///   the others are looked for, 0..1
/// @param meanMated mean cosine of pairs of one person, -1..1
/// @param meanOthers mean cosine of pairs of two people, -1..1
public record Figures(
        int people,
        int photos,
        double accuracy,
        double equalErrorRate,
        Optional<Double> tarAtFmr1e3,
        double rankOne,
        double rankOneOfOnePhoto,
        double meanMated,
        double meanOthers) {}
