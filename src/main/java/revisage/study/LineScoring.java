package revisage.study;

import revisage.match.CosineSearch;
import revisage.match.SourcePhotos;
import revisage.measure.Standing;
import revisage.vector.VectorSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Scores the probes of one line and, beside them, their source photos.
final class LineScoring {

    private final Matcher matcher;
    private final ScoringPass pass;

    /// Source photos that the user named, by id.
    private final Map<String, Photo> given = new HashMap<>();

    /// @param photos source photos, for those that are not in the gallery
    LineScoring(Matcher matcher, SweepPlan plan, Optional<Embedded> photos) {
        this.matcher = matcher;
        this.pass = new ScoringPass(matcher, plan.rule(), plan.threshold());
        photos.ifPresent(
                p -> {
                    for (int i = 0; i < p.probes().size(); i++) {
                        VectorSet vector = p.vectors().chosen(i);
                        given.put(p.probes().get(i).id(), new Photo(vector, p.pixels().get(i)));
                    }
                });
    }

    private record Photo(VectorSet vector, String pixels) {}

    /// What became of one probe.
    ///
    /// @param enrolled whether anybody of the person's name is
    /// @param standing empty if the person is not enrolled, or with no photo that counts
    /// @param photo the same for the source photo; empty too where it is not at hand
    /// @param sourceCosine of probe and source photo under the matcher
    record Outcome(
            Probe probe,
            boolean enrolled,
            SourcePhotos.Found found,
            Optional<Standing> standing,
            Optional<Standing> photo,
            Optional<Double> sourceCosine) {}

    List<Outcome> score(ProbeSet set, Embedded embedded, Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        boolean photos = set.attacked().isEmpty();
        var people = embedded.probes().stream().map(Probe::person).toList();
        var found = new ArrayList<SourcePhotos.Found>();
        for (int i = 0; i < people.size(); i++) {
            String pixels = embedded.pixels().get(i);
            found.add(
                    find(
                            embedded.probes().get(i),
                            photos ? Optional.of(pixels) : Optional.empty()));
        }
        var standings = pass.standings(embedded.vectors(), people, found, progress);
        List<Optional<VectorSet>> sources =
                IntStream.range(0, people.size())
                        .mapToObj(i -> source(embedded.probes().get(i), found.get(i)))
                        .toList();
        var beside = photos ? standings : photoStandings(people, found, sources, progress);
        return IntStream.range(0, people.size())
                .mapToObj(
                        i ->
                                new Outcome(
                                        embedded.probes().get(i),
                                        matcher.gallery().personNumber(people.get(i)).isPresent(),
                                        found.get(i),
                                        standings.get(i),
                                        beside.get(i),
                                        sources.get(i).map(s -> cosine(s, embedded.vectors(), i))))
                .toList();
    }

    private SourcePhotos.Found find(Probe probe, Optional<String> ownPixels) {
        // A photo is its own source; the pixels of a reconstruction are nobody's.
        Optional<String> pixels =
                ownPixels.or(() -> Optional.ofNullable(given.get(probe.id())).map(Photo::pixels));
        return matcher.photos().find(new SourcePhotos.Source(probe.id(), probe.person(), pixels));
    }

    private Optional<VectorSet> source(Probe probe, SourcePhotos.Found found) {
        return found.source()
                .map(row -> matcher.gallery().vectors().chosen(row))
                .or(() -> Optional.ofNullable(given.get(probe.id())).map(Photo::vector));
    }

    private List<Optional<Standing>> photoStandings(
            List<String> people,
            List<SourcePhotos.Found> found,
            List<Optional<VectorSet>> sources,
            Consumer<? super Progress> progress)
            throws WorkException, InterruptedException {
        int[] known =
                IntStream.range(0, people.size()).filter(i -> sources.get(i).isPresent()).toArray();
        var all = new ArrayList<>(Collections.nCopies(people.size(), Optional.<Standing>empty()));
        if (known.length == 0) {
            return all;
        }
        int d = matcher.gallery().vectors().dimension();
        float[] values = new float[Math.multiplyExact(known.length, d)];
        for (int j = 0; j < known.length; j++) {
            sources.get(known[j]).orElseThrow().copyRows(0, 1, values, j * d);
        }
        var standings =
                pass.standings(
                        VectorSet.of(values, d),
                        IntStream.of(known).mapToObj(people::get).toList(),
                        IntStream.of(known).mapToObj(found::get).toList(),
                        progress);
        for (int j = 0; j < known.length; j++) {
            all.set(known[j], standings.get(j));
        }
        return all;
    }

    private static double cosine(VectorSet source, VectorSet probes, int probe) {
        return CosineSearch.cosine(source.row(0), probes.row(probe));
    }
}
