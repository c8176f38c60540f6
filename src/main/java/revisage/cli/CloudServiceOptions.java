package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.cloud.CloudChoice;
import revisage.cloud.Endpoint;
import revisage.work.DidYouMean;
import revisage.work.WorkException;

import java.util.List;
import java.util.Optional;

/// Which service. Keys are never options: they come from the provider's own places.
final class CloudServiceOptions {

    @Option(
            names = {"--cloud", "--service"},
            paramLabel = "NAME",
            description = "For example rekognition or azure-face.")
    private @Nullable String service;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "For example eu-west-1 (default: the provider's settings).")
    private @Nullable String region;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Where the service answers; http only for a simulator on this machine.")
    private @Nullable String endpoint;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A profile of the provider's settings.")
    private @Nullable String profile;

    /// Whether one is named.
    boolean named() {
        return service != null;
    }

    CloudChoice choice(CommandSpec spec, List<String> known) throws WorkException {
        String named = service;
        if (named == null) {
            throw new ParameterException(
                    spec.commandLine(), "--cloud is needed: " + String.join(" or ", known) + ".");
        }
        if (!known.contains(named)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no service '%s'.%s".formatted(named, DidYouMean.among(known, named)));
        }
        String url = endpoint;
        return new CloudChoice(
                named,
                Optional.ofNullable(region),
                url == null ? Optional.empty() : Optional.of(Endpoint.of(url)),
                Optional.ofNullable(profile));
    }
}
