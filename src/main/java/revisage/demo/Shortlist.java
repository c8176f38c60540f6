package revisage.demo;

import revisage.extract.DeviceChoice;
import revisage.store.MatchRow;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.Matching;
import revisage.study.OpenedGallery;
import revisage.study.PhotoRule;
import revisage.study.Probe;
import revisage.study.ProbeSet;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Whom a matcher suggests for one estimate: people, each by the best of their pictures.
///
/// @param target id of the source photo
/// @param place of the right person, 1 is the first
/// @param first the most alike people
record Shortlist(String target, int place, List<Suggestion> first) {

    /// How many are shown.
    static final int SHOWN = 5;

    Shortlist {
        first = List.copyOf(first);
    }

    /// @param photo id of their most alike picture
    /// @param right whether it is the person sought
    record Suggestion(String photo, boolean right) {}

    /// Where the people are sought.
    ///
    /// @param gallery folder
    /// @param onnx the matcher
    record Search(Path gallery, Path onnx, Engines engines) {

        /// One for each of the first estimates; the source photo does not count.
        ///
        /// @param rebuilt folder of estimates
        List<Shortlist> of(Path rebuilt, int most, Consumer<? super Progress> events)
                throws WorkException, InterruptedException {
            List<Probe> all = ProbeSet.in(rebuilt).getFirst().probes();
            List<Probe> probes = all.subList(0, Math.min(most, all.size()));
            try (var opened =
                            OpenedGallery.open(
                                    gallery, Optional.of(onnx), DeviceChoice.AUTO, engines);
                    var faces = FaceCutting.ALIGNED.open(engines)) {
                Matching.Probes asked = opened.embed(probes, faces.reader(), events).toMatch(false);
                var matching =
                        new Matching(
                                opened.matcher(),
                                opened.matcher().gallery().size(),
                                PhotoRule.TYPE_II,
                                OptionalDouble.empty());
                return shortlists(matching.run(asked, events).rows());
            }
        }
    }

    private static List<Shortlist> shortlists(List<MatchRow> rows) {
        Map<String, List<MatchRow>> byTarget = new LinkedHashMap<>();
        rows.forEach(r -> byTarget.computeIfAbsent(r.probeId(), _ -> new ArrayList<>()).add(r));
        return byTarget.values().stream().map(Shortlist::of).toList();
    }

    private static Shortlist of(List<MatchRow> rows) {
        var seen = new HashSet<String>();
        var first = new ArrayList<Suggestion>();
        int place = 0;
        for (MatchRow row : rows) {
            if (seen.add(row.galleryPerson())) {
                boolean right = row.galleryPerson().equals(row.probePerson());
                if (first.size() < SHOWN) {
                    first.add(new Suggestion(row.galleryId(), right));
                }
                place = right ? seen.size() : place;
            }
        }
        return new Shortlist(rows.getFirst().probeId(), place, first);
    }
}
