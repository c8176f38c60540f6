package revisage.cloud;

import java.util.List;

/// Who answers, and what one may ask.
///
/// @param provider key of the price table: `rekognition` or `azure-face`
/// @param title for people: `Amazon Rekognition`
/// @param account as far as it is known before anything is sent: profile, key id, resource; no
///   secret
/// @param region for example `eu-west-1`
/// @param endpoint where the pictures go
/// @param simulator whether this is a simulator; every number made with it says so
/// @param model recognition model: part of what an answer depends on. Where the service itself
///   chooses the version, it tells it with its answers ([CloudService#model()])
/// @param percent whether scores are 0..100; else 0..1
/// @param mostAnswers largest count of answers to one search
/// @param largestBytes of one picture
/// @param quotaPerSecond calls that the provider allows by default
/// @param enrolCalls requests that enrolling one face takes
/// @param searchCalls requests that one search takes
/// @param listPage entries that one request lists
/// @param trains whether a gallery must be trained before it is searched
public record ServiceCard(
        String provider,
        String title,
        String account,
        String region,
        Endpoint endpoint,
        boolean simulator,
        String model,
        boolean percent,
        int mostAnswers,
        int largestBytes,
        double quotaPerSecond,
        List<Call> enrolCalls,
        List<Call> searchCalls,
        int listPage,
        boolean trains) {

    public ServiceCard {
        enrolCalls = List.copyOf(enrolCalls);
        searchCalls = List.copyOf(searchCalls);
    }

    /// For people: a simulator is always called one.
    public String label() {
        return SimulatorLabel.on(title, simulator);
    }
}
