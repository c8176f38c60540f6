package revisage.engine.aws;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudException;
import revisage.cloud.Endpoint;
import revisage.cloud.Fault;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.rekognition.RekognitionClient;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/// Whose account, where: found in the standard chains (environment, profiles, SSO, roles). A
/// simulator is not told any of it.
///
/// @param name for people; no secret
record RekognitionAccount(
        AwsCredentialsProvider credentials, Region region, Endpoint endpoint, String name) {

    /// Nothing is sent before the consent, so neither is this question.
    private static final String ASKED_LATER =
            " (does not tell its account: AWS is asked before the first face is sent, and the run"
                    + " is held to that account)";

    /// @throws CloudException [Fault.AccessDenied] if the chains hold nothing
    static RekognitionAccount find(CloudChoice choice) throws CloudException {
        if (choice.endpoint().filter(Endpoint::isLoopback).isPresent()) {
            return new RekognitionAccount(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")),
                    Region.of(choice.region().orElse("simulated")),
                    choice.endpoint().get(),
                    "none");
        }
        requireSettings();
        Region region = region(choice);
        // Named always, so that AWS_ENDPOINT_URL cannot lead the pictures elsewhere.
        var usual =
                URI.create("https://" + RekognitionClient.serviceMetadata().endpointFor(region));
        var chain = DefaultCredentialsProvider.builder();
        choice.profile().ifPresent(chain::profileName);
        AwsCredentialsProvider credentials = chain.build();
        return new RekognitionAccount(
                credentials,
                region,
                choice.endpoint().orElse(new Endpoint(usual)),
                name(choice, credentials));
    }

    private static Region region(CloudChoice choice) throws CloudException {
        if (choice.region().isPresent()) {
            return Region.of(choice.region().get());
        }
        try {
            var chain = DefaultAwsRegionProviderChain.builder();
            choice.profile().ifPresent(chain::profileName);
            return chain.build().getRegion();
        } catch (SdkException _) {
            requireProfile(choice);
            throw new CloudException(
                    new Fault.AccessDenied(),
                    "No AWS region is set.",
                    "Name one, or set AWS_REGION or the profile's region.");
        }
    }

    /// That nothing is found for a profile may be because there is none of that name.
    private static void requireProfile(CloudChoice choice) throws CloudException {
        if (choice.profile().isPresent()
                && ProfileFile.defaultProfileFile().profile(choice.profile().get()).isEmpty()) {
            throw new CloudException(
                    new Fault.AccessDenied(),
                    "The AWS settings have no profile named %s.".formatted(choice.profile().get()),
                    "Look into the AWS_CONFIG_FILE, or make it with 'aws configure sso'.");
        }
    }

    /// The SDK reads profiles late, and takes what it cannot read for a mistake of the caller.
    private static void requireSettings() throws CloudException {
        try {
            var _ = ProfileFile.defaultProfileFile();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException _) {
            throw new CloudException(
                    new Fault.AccessDenied(),
                    "The AWS settings (~/.aws/config, ~/.aws/credentials) cannot be read.",
                    "Correct them: 'aws configure list' says where they are wrong.");
        }
    }

    private static String name(CloudChoice choice, AwsCredentialsProvider credentials)
            throws CloudException {
        Optional<AwsCredentials> found = resolved(credentials);
        if (found.isEmpty()) {
            requireProfile(choice);
            String whose = choice.profile().map(" for the profile %s"::formatted).orElse("");
            String sign = choice.profile().map(" --profile "::concat).orElse("");
            throw new CloudException(
                    new Fault.AccessDenied(),
                    "No AWS credentials were found%s, or they ran out.".formatted(whose),
                    "Sign in (aws sso login%s), set AWS_PROFILE, or set the AWS_ variables."
                            .formatted(sign));
        }
        String id = found.get().accessKeyId();
        boolean temporary = found.get() instanceof AwsSessionCredentials;
        // A temporary one is another after each renewal, and a run goes on with it.
        String key =
                temporary
                        ? "temporary key"
                        : "key ..." + id.substring(Math.max(0, id.length() - 4));
        String account =
                found.get()
                        .accountId()
                        .map(a -> ", account " + a)
                        .orElse(temporary ? ASKED_LATER : "");
        return choice.profile().map(p -> "profile " + p + ", ").orElse("") + key + account;
    }

    /// What the provider has now, renewed where it must be; empty if it has nothing. Providers say
    /// so by exceptions of several kinds: one that renews by a program throws another than the
    /// chain.
    static Optional<AwsCredentials> resolved(AwsCredentialsProvider provider) {
        try {
            return Optional.of(provider.resolveCredentials());
        } catch (SdkException
                | IllegalStateException
                | IllegalArgumentException
                | UncheckedIOException _) {
            return Optional.empty();
        }
    }
}
