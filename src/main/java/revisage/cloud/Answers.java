package revisage.cloud;

import revisage.extract.StrictJson;
import revisage.work.Sha256;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a service answered in one job: a study can be run again from it, without an account.
/// Faces by the SHA-256 of their pixels; no picture, no name.
///
/// @param schema version of this layout
/// @param provider key, as on the [ServiceCard]
/// @param service for people
/// @param simulator whether a simulator answered
/// @param host that answered
/// @param region of it
/// @param model recognition model and its version
/// @param date when the job was done, `2026-11-23`
/// @param percent whether scores are 0..100; else 0..1
/// @param most answers that were asked for
/// @param gallery faces that are enrolled
/// @param declined faces that the service did not take
/// @param asked what it said about each face
/// @param bill what it took
public record Answers(
        int schema,
        String provider,
        String service,
        boolean simulator,
        String host,
        String region,
        String model,
        String date,
        boolean percent,
        int most,
        List<String> gallery,
        List<Declined> declined,
        List<Asked> asked,
        Bill bill) {

    /// @param reason one clause
    public record Declined(String face, String reason) {}

    /// @param refused why there is no answer: `no face`, or what the service says
    /// @param found faces, most alike first
    public record Asked(String face, Optional<String> refused, List<Hit> found) {

        public Asked {
            found = List.copyOf(found);
        }
    }

    /// @param score on the service's scale
    public record Hit(String face, double score) {}

    /// @param calls requests that left
    /// @param cap requests that were allowed
    /// @param cost by the price table
    /// @param currency of the cost
    /// @param seconds the job worked
    public record Bill(long calls, long cap, BigDecimal cost, String currency, double seconds) {}

    /// Why there is no answer where the service sees no face.
    public static final String NO_FACE = "no face";

    public Answers {
        gallery = List.copyOf(gallery);
        declined = List.copyOf(declined);
        asked = List.copyOf(asked);
    }

    static Answers of(
            CloudPlan plan,
            String model,
            String date,
            Map<String, String> declined,
            Map<String, SearchAnswer> found,
            Bill bill) {
        ServiceCard card = plan.card();
        var refused = new ArrayList<Declined>();
        var enrolled = new ArrayList<String>();
        for (String face : plan.enrol()) {
            String reason = declined.get(face);
            if (reason == null) {
                enrolled.add(face);
            } else {
                refused.add(new Declined(face, reason));
            }
        }
        return new Answers(
                1,
                card.provider(),
                card.title(),
                card.simulator(),
                card.endpoint().host(),
                card.region(),
                model,
                date,
                card.percent(),
                plan.most(),
                enrolled,
                refused,
                plan.ask().stream()
                        .map(
                                face ->
                                        asked(
                                                face,
                                                Optional.ofNullable(found.get(face)).orElseThrow()))
                        .toList(),
                bill);
    }

    private static Asked asked(String face, SearchAnswer answer) {
        return switch (answer) {
            case SearchAnswer.NoFace() -> new Asked(face, Optional.of(NO_FACE), List.of());
            case SearchAnswer.Refused(String why) -> new Asked(face, Optional.of(why), List.of());
            case SearchAnswer.Found(List<SearchAnswer.Likeness> likenesses) ->
                    new Asked(
                            face,
                            Optional.empty(),
                            likenesses.stream()
                                    .map(l -> new Hit(l.externalId(), l.score()))
                                    .toList());
        };
    }

    /// Of all that is in it: names these answers, and no others.
    public String sha256() {
        return Sha256.of(StrictJson.write(this));
    }

    /// For figures and tables: a simulator is always called one.
    public String label() {
        return SimulatorLabel.on(service, simulator);
    }
}
