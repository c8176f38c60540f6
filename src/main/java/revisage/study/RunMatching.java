package revisage.study;

import revisage.extract.DeviceChoice;
import revisage.store.MatchRow;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Whom a gallery takes the faces of one reconstruction for, with and without their source photos.
///
/// @param run folder that a reconstruction wrote
/// @param gallery folder that an enrolment wrote
/// @param extractor of the gallery
/// @param k candidates a face, 1 or more
public record RunMatching(
        Path run, Path gallery, Path extractor, int k, FaceCutting cutting, Engines engines)
        implements Work<Progress, RunMatching.Result> {

    /// @param rates of each rule
    /// @param candidates of each rule and probe, by the probe's id, best first
    /// @param enrolled pictures in the gallery
    public record Result(
            Map<PhotoRule, Matching.Result> rates,
            Map<PhotoRule, Map<String, List<MatchRow>>> candidates,
            int enrolled) {

        public Result {
            rates = Map.copyOf(rates);
            candidates = Map.copyOf(candidates);
        }

        /// Of one probe; empty if it was not matched.
        public List<MatchRow> of(PhotoRule rule, String id) {
            return candidates.getOrDefault(rule, Map.of()).getOrDefault(id, List.of());
        }
    }

    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        try (var opened =
                        OpenedGallery.open(
                                gallery, Optional.of(extractor), DeviceChoice.AUTO, engines);
                var reader = cutting.open(engines)) {
            List<Probe> probes =
                    ProbeSet.in(run).stream().flatMap(s -> s.probes().stream()).toList();
            Matching.Probes asked = opened.embed(probes, reader.reader(), events).toMatch(false);
            var rates = new EnumMap<PhotoRule, Matching.Result>(PhotoRule.class);
            var candidates = new EnumMap<PhotoRule, Map<String, List<MatchRow>>>(PhotoRule.class);
            for (PhotoRule rule : PhotoRule.values()) {
                Matching.Result found =
                        new Matching(opened.matcher(), k, rule, OptionalDouble.empty())
                                .run(asked, events);
                rates.put(rule, found);
                candidates.put(rule, byProbe(found.rows()));
            }
            return new Result(rates, candidates, opened.matcher().gallery().size());
        }
    }

    private static Map<String, List<MatchRow>> byProbe(List<MatchRow> rows) {
        var map = new LinkedHashMap<String, List<MatchRow>>();
        rows.forEach(r -> map.computeIfAbsent(r.probeId(), _ -> new ArrayList<>()).add(r));
        return map;
    }
}
