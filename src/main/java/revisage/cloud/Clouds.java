package revisage.cloud;

import revisage.work.WorkException;

import java.util.List;

/// The services this program can talk to. Adding one is one engine and one line in `app`.
public interface Clouds {

    /// A program without any.
    Clouds NONE =
            new Clouds() {
                @Override
                public List<String> providers() {
                    return List.of();
                }

                @Override
                public CloudService open(CloudChoice choice) throws WorkException {
                    throw new CloudPlanException(
                            "This program knows no service named %s.".formatted(choice.provider()),
                            "Use the program with its cloud engines.");
                }
            };

    /// Keys for [CloudChoice#provider()].
    List<String> providers();

    /// Finds credentials and makes ready. Sends nothing to the service.
    ///
    /// @return the caller closes it
    /// @throws CloudException if there are no credentials ([Fault.AccessDenied])
    CloudService open(CloudChoice choice) throws WorkException, InterruptedException;

    /// Puts a key into the system's keyring, for a service whose keys may lie there.
    ///
    /// @param endpoint which the key is for
    /// @throws WorkException if the provider keeps its credentials elsewhere, or there is no
    ///   keyring
    default void keepKey(String provider, Endpoint endpoint, String key) throws WorkException {
        throw new CloudPlanException(
                "Credentials for %s do not lie in the system's keyring.".formatted(provider),
                "Sign in with the provider's own program, for example 'aws configure sso'.");
    }
}
