package revisage.study;

import revisage.match.Gallery;
import revisage.match.GalleryException;
import revisage.match.Hits;
import revisage.match.LeftOut;
import revisage.match.SourcePhotos;
import revisage.measure.BlindGuess;
import revisage.measure.Interval;
import revisage.measure.TopKRates;
import revisage.measure.Verdict;
import revisage.store.MatchRow;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The K most alike gallery pictures for each probe.
///
/// @param k candidates wanted, 1 or more
/// @param threshold less alike candidates are not shown
public record Matching(Matcher matcher, int k, PhotoRule rule, OptionalDouble threshold) {

    /// @param ids of the source photos
    /// @param people whom they show; empty where it is not known
    /// @param vectors of the gallery's extractor
    /// @param pixels SHA-256 of the aligned source photos, where the probes are photos
    public record Probes(
            List<String> ids,
            List<String> people,
            VectorSet vectors,
            Optional<List<String>> pixels) {}

    /// @param rows candidates, probe after probe, best first
    /// @param rates for some K up to the one asked for
    /// @param counted probes in the rates
    /// @param strangers probes of people who are not enrolled (or of nobody known)
    /// @param withoutOtherPhoto probes of enrolled people of whom no photo was left to be found
    /// @param sourcesFound probes whose source photo is in the gallery
    /// @param leftOut gallery pictures that did not count, summed over probes
    public record Result(
            List<MatchRow> rows,
            List<Rate> rates,
            int counted,
            int strangers,
            int withoutOtherPhoto,
            int sourcesFound,
            long leftOut) {

        public Result {
            rows = List.copyOf(rows);
            rates = List.copyOf(rates);
        }
    }

    /// @param interval of the true positive rate, 95 %
    /// @param chance what a blind guess would reach
    public record Rate(TopKRates rates, Interval interval, double chance) {}

    /// @throws GalleryException if the vectors are of another dimension than the gallery's
    public Result run(Probes probes, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        int dimension = matcher.gallery().vectors().dimension();
        if (probes.vectors().dimension() != dimension) {
            throw new GalleryException(
                    "The probes have %d numbers each, the gallery's extractor %s gives %d."
                            .formatted(probes.vectors().dimension(), matcher.name(), dimension),
                    "Use vectors of the gallery's extractor, or name pictures with --images.");
        }
        List<SourcePhotos.Found> found = new ArrayList<>();
        for (int i = 0; i < probes.ids().size(); i++) {
            int probe = i;
            Optional<String> pixels = probes.pixels().map(p -> p.get(probe));
            found.add(
                    matcher.photos()
                            .find(
                                    new SourcePhotos.Source(
                                            probes.ids().get(i), probes.people().get(i), pixels)));
        }
        LeftOut leftOut =
                switch (rule) {
                    case TYPE_I -> LeftOut.nothing();
                    case TYPE_II -> SourcePhotos.leftOut(found);
                };
        Hits hits = matcher.search().top(probes.vectors(), k, leftOut, progress);
        return result(probes, found, leftOut, hits);
    }

    private Result result(
            Probes probes, List<SourcePhotos.Found> found, LeftOut leftOut, Hits hits) {
        Gallery gallery = matcher.gallery();
        var rows = new ArrayList<MatchRow>();
        var counted = new ArrayList<Counted>();
        int strangers = 0;
        int withoutOtherPhoto = 0;
        long left = 0;
        for (int p = 0; p < hits.probes(); p++) {
            String person = probes.people().get(p);
            left += leftOut.count(p);
            int first = 0;
            int shown = 0;
            for (int r = 0; r < hits.count(p) && shows(hits.score(p, r)); r++) {
                int row = hits.row(p, r);
                String candidate = gallery.person(row);
                rows.add(
                        new MatchRow(
                                probes.ids().get(p),
                                person,
                                r + 1,
                                gallery.id(row),
                                candidate,
                                hits.score(p, r)));
                first = first == 0 && candidate.equals(person) ? r + 1 : first;
                shown++;
            }
            Optional<Integer> number = gallery.personNumber(person);
            long own = number.isEmpty() ? 0 : ownRows(number.get(), p, leftOut);
            if (number.isEmpty()) {
                strangers++;
            } else if (own == 0) {
                withoutOtherPhoto++;
            } else {
                counted.add(
                        new Counted(
                                verdict(first, shown),
                                gallery.size() - leftOut.count(p),
                                (int) own));
            }
        }
        int sources = (int) found.stream().filter(f -> f.source().isPresent()).count();
        return new Result(
                rows, rates(counted), counted.size(), strangers, withoutOtherPhoto, sources, left);
    }

    private boolean shows(float score) {
        return threshold.isEmpty() || score >= threshold.getAsDouble();
    }

    private long ownRows(int person, int probe, LeftOut leftOut) {
        return IntStream.of(matcher.gallery().rowsOf(person))
                .filter(row -> !leftOut.leavesOut(probe, row))
                .count();
    }

    private static Verdict verdict(int first, int shown) {
        if (first > 0) {
            return new Verdict.Found(first);
        }
        return shown > 0 ? new Verdict.OnlyOthers() : new Verdict.NoAnswer();
    }

    /// @param all gallery pictures that counted
    /// @param own of these, of the probe's person
    private record Counted(Verdict verdict, int all, int own) {}

    private List<Rate> rates(List<Counted> counted) {
        if (counted.isEmpty()) {
            return List.of();
        }
        return ksUpTo(k).stream().map(j -> rate(j, counted)).toList();
    }

    /// The K that are told where candidates up to `k` are wanted; rising, `k` the last.
    public static List<Integer> ksUpTo(int k) {
        return IntStream.of(1, 5, 10, 25, k)
                .filter(j -> j <= k)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private static Rate rate(int k, List<Counted> counted) {
        var rates = TopKRates.of(k, counted.stream().map(Counted::verdict).toList());
        int hits = (int) Math.round(rates.truePositive() * counted.size());
        double chance =
                counted.stream()
                        .mapToDouble(c -> BlindGuess.pictures(k, c.all(), c.own()))
                        .average()
                        .orElseThrow();
        return new Rate(rates, Interval.wilson(hits, counted.size()), chance);
    }
}
