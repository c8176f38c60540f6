package revisage.measure;

import java.util.List;

/// How often a probe is taken for the right person at a threshold: the success of an attack on
/// verification (SAR at FMR, close to IAPAR of ISO/IEC 30107-3).
///
/// @param threshold set on impostors of the same gallery and matcher
/// @param share of the person's pictures that accept the probe, averaged over probes, 0..1
/// @param interval of `share`, 95 %, holds it
/// @param probes faces tried, 1 or more
public record Acceptance(
        ImpostorScores.Threshold threshold, double share, Interval interval, int probes) {

    /// Each probe against all its person's pictures that were not left out: type-I if the source
    /// photo is among them, type-II if not.
    public static Acceptance of(
            Standings standings, ImpostorScores.Threshold threshold, long seed) {
        double[] shares =
                standings.probes().stream().mapToDouble(p -> share(p, threshold.score())).toArray();
        var bootstrap = new ClusteredBootstrap(standings.people(), seed);
        return new Acceptance(
                threshold,
                Standings.mean(shares),
                bootstrap.shares(List.of(shares)).getFirst(),
                shares.length);
    }

    private static double share(Standing probe, float threshold) {
        int accepted = 0;
        for (float score : probe.ownScores()) {
            accepted += score >= threshold ? 1 : 0;
        }
        return (double) accepted / probe.ownPictures();
    }
}
