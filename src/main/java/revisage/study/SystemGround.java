package revisage.study;

import revisage.cloud.CloudPlan;
import revisage.cloud.Picture;
import revisage.cloud.Pictures;
import revisage.cloud.ServiceCard;
import revisage.face.FaceImage;
import revisage.match.CoarseFace;
import revisage.people.FaceReader;
import revisage.people.FaceResult;
import revisage.people.Portrait;
import revisage.store.SmallPicture;
import revisage.store.StoredGallery.Excluded;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Who is to be enrolled and who is looked for, read once: what every recognition system is asked
/// the same way, and what a cloud is sent.
///
/// @param gallery pictures that can be used
/// @param sets probes that can be used, method after method
/// @param excluded pictures that cannot
/// @param looks what each face is coarsely like, by the same; tells copies
/// @param portraits where each face comes from, by the SHA-256 of its pixels
public record SystemGround(
        List<Shown> gallery,
        List<Looked> sets,
        List<Excluded> excluded,
        Map<String, Portrait> portraits,
        Map<String, CoarseFace> looks) {

    /// A picture.
    ///
    /// @param face SHA-256 of its pixels
    public record Shown(String id, String person, String face) {}

    /// The probes of one method.
    ///
    /// @param set as they were named
    /// @param probes of these, those that can be used
    public record Looked(ProbeSet set, List<Shown> probes) {

        public Looked {
            probes = List.copyOf(probes);
        }

        /// How they were made.
        public String method() {
            return set.method();
        }

        /// Whether they are photos, no reconstructions.
        public boolean photos() {
            return set.attacked().isEmpty();
        }
    }

    public SystemGround {
        gallery = List.copyOf(gallery);
        sets = List.copyOf(sets);
        excluded = List.copyOf(excluded);
        portraits = Map.copyOf(portraits);
        looks = Map.copyOf(looks);
    }

    /// Reads all pictures.
    ///
    /// @throws PlanException if nobody can be enrolled, or nobody be looked for
    public static SystemGround read(
            List<Portrait> gallery,
            List<ProbeSet> sets,
            FaceReader reader,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var excluded = new ArrayList<Excluded>();
        var portraits = new LinkedHashMap<String, Portrait>();
        var looks = new HashMap<String, CoarseFace>();
        var reading = new Reading(reader, excluded, portraits, looks, events);
        List<Shown> enrolled = reading.read(gallery);
        var looked = new ArrayList<Looked>();
        for (ProbeSet set : sets) {
            var probes =
                    set.probes().stream()
                            .map(p -> new Portrait(p.id(), p.person(), p.image()))
                            .toList();
            looked.add(new Looked(set, reading.read(probes)));
        }
        looked.removeIf(set -> set.probes().isEmpty());
        if (enrolled.isEmpty() || looked.isEmpty()) {
            throw new PlanException(
                    "None of the %s can be used; the first: %s."
                            .formatted(
                                    enrolled.isEmpty() ? "pictures to enrol" : "probes",
                                    excluded.getFirst().reason()),
                    "Name aligned 112x112 faces, or a face finder with --finder.");
        }
        return new SystemGround(enrolled, looked, excluded, portraits, looks);
    }

    private record Reading(
            FaceReader reader,
            List<Excluded> excluded,
            Map<String, Portrait> portraits,
            Map<String, CoarseFace> looks,
            Consumer<? super Progress> events) {

        List<Shown> read(List<Portrait> all) throws WorkException, InterruptedException {
            var shown = new ArrayList<Shown>();
            int[] done = {0};
            reader.readAll(
                    all,
                    result -> {
                        Portrait portrait = result.portrait();
                        switch (result) {
                            case FaceResult.Usable(_, FaceImage image, String face, _) -> {
                                looks.computeIfAbsent(face, _ -> CoarseFace.of(image));
                                shown.add(new Shown(portrait.id(), portrait.person(), face));
                                portraits.putIfAbsent(face, portrait);
                            }
                            case FaceResult.Excluded(_, String reason) ->
                                    excluded.add(
                                            new Excluded(portrait.id(), portrait.person(), reason));
                        }
                        events.accept(new Progress("Reading", ++done[0], all.size(), "pictures"));
                    });
            return shown;
        }
    }

    /// Different people among those to enrol.
    public int people() {
        return (int) gallery.stream().map(Shown::person).distinct().count();
    }

    /// How many enrolled pictures at most do not count for a probe.
    int mostLeftOut(PhotoRule rule) {
        var sources = new SystemSources(this);
        return switch (rule) {
            case TYPE_I -> 0;
            case TYPE_II ->
                    sets.stream()
                            .flatMap(
                                    s ->
                                            s.probes().stream()
                                                    .map(p -> sources.of(s, p).alike().size()))
                            .max(Integer::compare)
                            .orElse(0);
        };
    }

    /// What is left out over all probes.
    CloudStudy.LeftOut leftOut(PhotoRule rule) {
        var sources = new SystemSources(this);
        int found = 0;
        long pictures = 0;
        for (Looked set : sets) {
            for (Shown probe : set.probes()) {
                var source = sources.of(set, probe);
                found += source.source().isPresent() ? 1 : 0;
                pictures += rule == PhotoRule.TYPE_II ? source.alike().size() : 0;
            }
        }
        return new CloudStudy.LeftOut(found, pictures);
    }

    /// What one cloud is to be asked.
    ///
    /// @param place the job's folder
    /// @param whose one clause on the data set, its licence and consent
    /// @param optedOut whether the provider may not use the pictures otherwise
    /// @param most answers wanted
    /// @param perSecond calls at most
    public CloudPlan plan(
            ServiceCard card,
            String place,
            String whose,
            boolean optedOut,
            int most,
            double perSecond) {
        return new CloudPlan(
                card,
                place,
                gallery.stream().map(Shown::face).distinct().toList(),
                sets.stream()
                        .flatMap(s -> s.probes().stream())
                        .map(Shown::face)
                        .distinct()
                        .toList(),
                people(),
                whose,
                optedOut,
                Math.min(most, card.mostAnswers()),
                perSecond);
    }

    /// A face again, from its file.
    ///
    /// @throws PlanException if the file has changed since it was read
    public FaceImage face(String face, FaceReader reader)
            throws WorkException, InterruptedException {
        Portrait portrait =
                Optional.ofNullable(portraits.get(face))
                        .orElseThrow(() -> new IllegalArgumentException("no such face"));
        if (reader.read(portrait) instanceof FaceResult.Usable usable
                && usable.sha256().equals(face)) {
            return usable.face();
        }
        throw new PlanException(
                "The picture %s has changed since the quote.".formatted(portrait.file()),
                "Put it back, or begin a new run in another folder.");
    }

    /// The pictures as a cloud is sent them: 112x112 PNG, as they are.
    public Pictures pictures(FaceReader reader) {
        return face -> new Picture(SmallPicture.png(face(face, reader)));
    }
}
