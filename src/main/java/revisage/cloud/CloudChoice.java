package revisage.cloud;

import java.util.Optional;

/// Which service is meant. No secrets: those come from the provider's own chain.
///
/// @param provider `rekognition` or `azure-face`
/// @param region for example `eu-west-1`; where empty the provider's chain decides
/// @param endpoint empty for the provider's own; Azure: the resource's, where it is not in the
///   environment
/// @param profile name of a profile in the provider's chain
public record CloudChoice(
        String provider,
        Optional<String> region,
        Optional<Endpoint> endpoint,
        Optional<String> profile) {}
