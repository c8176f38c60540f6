package revisage.study;

import revisage.measure.Counting;
import revisage.measure.Interval;
import revisage.measure.RateCell;
import revisage.measure.TopKRates;
import revisage.store.StoredGallery.Excluded;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What one set of probes reached under one matcher.
///
/// @param matcher the gallery's extractor, with its size where there are several galleries of one,
///   or a cloud
/// @param matcherSha256 its file's hash; of a cloud, the hash of its answers
/// @param method how the probes were made
/// @param attackedSha256 the extractor whose vectors were reconstructed; empty for photos
/// @param sameModel whether the attacked extractor is the matcher
/// @param rule whether source photos counted
/// @param probes that are counted in the rates
/// @param strangers probes of people who are not enrolled: open set, not counted
/// @param withoutOtherPhoto probes of enrolled people of whom no photo was left to be found
/// @param sourcesFound probes whose source photo is in the gallery
/// @param excluded pictures that could not be used
/// @param cells rates for all K and N
/// @param identification rank-1 .. rank-50 identification rates of the whole gallery (CMC)
/// @param acceptance success in verification (SAR) at false match rates of 1e-2 and 1e-3
/// @param falseMatches for each K, in the whole gallery: do all misses land on the same few?
/// @param cosines under the attacked extractor and the matcher
/// @param queries faces shown to the attacked extractor for one probe, mean; empty for photos
public record SweepLine(
        String matcher,
        String matcherSha256,
        String method,
        Optional<String> attackedSha256,
        boolean sameModel,
        PhotoRule rule,
        int probes,
        int strangers,
        int withoutOtherPhoto,
        int sourcesFound,
        List<Excluded> excluded,
        List<Cell> cells,
        List<Double> identification,
        List<Accepted> acceptance,
        List<Repeated> falseMatches,
        Cosines cosines,
        Optional<Double> queries) {

    public SweepLine {
        excluded = List.copyOf(excluded);
        cells = List.copyOf(cells);
        identification = List.copyOf(identification);
        acceptance = List.copyOf(acceptance);
        falseMatches = List.copyOf(falseMatches);
    }

    /// The same under another name of the matcher.
    SweepLine under(String name) {
        return new SweepLine(
                name,
                matcherSha256,
                method,
                attackedSha256,
                sameModel,
                rule,
                probes,
                strangers,
                withoutOtherPhoto,
                sourcesFound,
                excluded,
                cells,
                identification,
                acceptance,
                falseMatches,
                cosines,
                queries);
    }

    /// Rates of one K and N.
    ///
    /// @param counting what K counts
    /// @param tpr 0..1, like all rates here
    /// @param low 95 % interval of `tpr`
    /// @param high 95 % interval of `tpr`
    /// @param chance what a blind guess would reach
    /// @param lift how much of the way from chance to certainty is reached
    /// @param photos beside the rate of the source photos; empty where they are not at hand
    public record Cell(
            Counting counting,
            int k,
            int n,
            double tpr,
            double fpr,
            double noMatch,
            double low,
            double high,
            double chance,
            double lift,
            Optional<Photos> photos) {

        /// For figures.
        public RateCell toRateCell(int probes) {
            var rates = new TopKRates(k, tpr, fpr, noMatch);
            return new RateCell(n, rates, new Interval(low, high), chance, probes);
        }

        /// The source photos' rate, without an interval; for figures.
        public Optional<RateCell> photoCell() {
            return photos.map(
                    p -> {
                        var rates = new TopKRates(k, p.tpr(), 1 - p.tpr(), 0);
                        var point = new Interval(p.tpr(), p.tpr());
                        return new RateCell(n, rates, point, chance, p.probes());
                    });
        }
    }

    /// The source photos as probes, beside the reconstructions.
    ///
    /// @param tpr of the photos
    /// @param probes compared
    /// @param equivalence tpr of the reconstructions of these photos over that of the photos; empty
    ///   if the photos found nobody
    /// @param low 95 % interval of the equivalence
    /// @param high 95 % interval of the equivalence
    public record Photos(
            double tpr,
            int probes,
            Optional<Double> equivalence,
            Optional<Double> low,
            Optional<Double> high) {}

    /// @param falseMatchRate what the threshold was set for
    /// @param threshold a cosine
    /// @param pairs impostor pairs it was set on
    /// @param share of the person's photos that accept a probe
    /// @param low 95 % interval of the share
    /// @param high 95 % interval of the share
    public record Accepted(
            double falseMatchRate,
            double threshold,
            int pairs,
            double share,
            double low,
            double high) {}

    /// Table II of the paper for one K.
    ///
    /// @param total false matches
    /// @param repeatedShare first reading: share on people who attract two or more
    /// @param topShare second reading: share on the one who attracts most
    /// @param evenness 1 if each is on another person, 0 if all are on one
    /// @param magnets who attracts most, up to ten
    public record Repeated(
            Counting counting,
            int k,
            int total,
            double repeatedShare,
            double topShare,
            double evenness,
            List<Magnet> magnets) {

        public Repeated {
            magnets = List.copyOf(magnets);
        }
    }

    /// @param person who is shown wrongly
    /// @param probes how many probes show them
    public record Magnet(String person, int probes) {}

    /// @param attacked with the leaked vector, under the attacked extractor
    /// @param source with the source photo, under the matcher
    /// @param others with the person's other photos, under the matcher; empty for clouds, whose
    ///   scores are no cosines
    public record Cosines(
            Optional<Spread> attacked, Optional<Spread> source, Optional<Spread> others) {}

    /// @param mean of the probes
    /// @param median of the probes
    /// @param lowest of the probes
    public record Spread(double mean, double median, double lowest) {

        /// @param values one or more
        static Spread of(List<Double> values) {
            double[] rising = values.stream().mapToDouble(v -> v).sorted().toArray();
            int n = rising.length;
            double mean = Arrays.stream(rising).sum() / n;
            return new Spread(mean, (rising[(n - 1) / 2] + rising[n / 2]) / 2, rising[0]);
        }
    }
}
