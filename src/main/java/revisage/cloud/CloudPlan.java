package revisage.cloud;

import revisage.work.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is to be asked of one service: whom to enrol, whom to look for. Faces are named by the
/// SHA-256 of their pixels, so the same face is sent once, and nothing that belongs to the job
/// holds a name.
///
/// @param card of the service
/// @param place the job's folder; two folders never share a gallery
/// @param enrol faces to enrol, each once, 1 or more
/// @param ask faces to look for, each once, 1 or more
/// @param people how many different people the faces to enrol show
/// @param whose one clause on the data set: name, licence, consent
/// @param optedOut whether the user says that the provider may not use the pictures otherwise
/// @param most answers wanted to each face, 1 to the card's limit
/// @param perSecond calls at most; below the quota, but for simulators
public record CloudPlan(
        ServiceCard card,
        String place,
        List<String> enrol,
        List<String> ask,
        int people,
        String whose,
        boolean optedOut,
        int most,
        double perSecond) {

    public CloudPlan {
        enrol = List.copyOf(enrol);
        ask = List.copyOf(ask);
        if (enrol.isEmpty() || ask.isEmpty()) {
            throw new IllegalArgumentException("nobody to enrol, or nobody to ask for");
        }
        if (enrol.stream().distinct().count() != enrol.size()
                || ask.stream().distinct().count() != ask.size()) {
            throw new IllegalArgumentException("a face is there twice");
        }
        if (most < 1 || most > card.mostAnswers()) {
            throw new IllegalArgumentException(
                    "%d answers, %s gives 1 to %d"
                            .formatted(most, card.title(), card.mostAnswers()));
        }
        if (!(perSecond > 0) || (!card.simulator() && perSecond > card.quotaPerSecond())) {
            throw new IllegalArgumentException(
                    "%s calls a second, %s allows %s"
                            .formatted(perSecond, card.title(), card.quotaPerSecond()));
        }
    }

    /// A hash of all that decides what is sent, and where.
    String fingerprint() {
        return Sha256.of(
                Stream.of(
                                card.provider(),
                                card.account(),
                                card.region(),
                                card.endpoint().address().toString(),
                                card.model(),
                                String.valueOf(card.simulator()),
                                place,
                                String.join("", enrol),
                                String.join("", ask),
                                whose,
                                String.valueOf(optedOut),
                                String.valueOf(people),
                                String.valueOf(most),
                                String.valueOf(perSecond))
                        .collect(Collectors.joining("\0"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// Name of the gallery at the service.
    public String gallery() {
        return "revisage-" + fingerprint().substring(0, 16);
    }

    /// The name a face is enrolled under: tells nobody anything.
    String pseudonym(String face) {
        return Sha256.of((gallery() + face).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    /// Pictures that leave this machine.
    public int pictures() {
        return enrol.size() + ask.size();
    }
}
