package revisage.study;

import revisage.cloud.CloudChoice;
import revisage.cloud.Endpoint;
import revisage.cloud.EndpointException;

import java.util.Optional;

/// A cloud in a [StudyPlan]: asked for the gallery's people beside the matchers, or its kept
/// answers.
///
/// @param service `rekognition` or `azure-face`
/// @param region for example `eu-west-1`; the provider's settings if it is left out
/// @param endpoint a simulator's, or Azure's resource
/// @param profile of the provider's settings
/// @param whose data set, licence, consent; needed unless a simulator is asked
/// @param optedOut whether the provider may not use the pictures otherwise; no if it is left out
/// @param threshold less alike candidates are no match; the service's usual one if it is left out
/// @param spare calls for repeats after faults, as a share of the needed ones, 0..10; a fifth if it
///   is left out
/// @param answers a file that an earlier run kept: nobody is asked
public record PlannedCloud(
        String service,
        Optional<String> region,
        Optional<String> endpoint,
        Optional<String> profile,
        Optional<String> whose,
        Optional<Boolean> optedOut,
        Optional<Double> threshold,
        Optional<Double> spare,
        Optional<String> answers) {

    /// Which service is meant.
    CloudChoice choice() throws EndpointException {
        return new CloudChoice(
                service,
                region,
                endpoint.isPresent() ? Optional.of(Endpoint.of(endpoint.get())) : Optional.empty(),
                profile);
    }
}
