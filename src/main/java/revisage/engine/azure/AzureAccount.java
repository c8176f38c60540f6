package revisage.engine.azure;

import com.azure.core.http.HttpHeaderName;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudException;
import revisage.cloud.Endpoint;
import revisage.cloud.Fault;
import revisage.work.WorkException;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which resource, and its key.
///
/// - **Endpoint** from the choice, else `AZURE_FACE_ENDPOINT` or `FACE_ENDPOINT`.
/// - **Key** from `AZURE_FACE_KEY` or `FACE_APIKEY`, else from the system's keyring, under the
///   endpoint's host. A simulator is not told any of it.
///
/// @param key never shown: [#toString()] leaves it out
record AzureAccount(Endpoint endpoint, String key) {

    static final HttpHeaderName HEADER = HttpHeaderName.fromString("Ocp-Apim-Subscription-Key");

    /// @throws WorkException if something is missing or the address must not be used
    static AzureAccount find(CloudChoice choice, Map<String, String> environment, KeyShelf shelf)
            throws WorkException {
        Endpoint endpoint = endpoint(choice, environment);
        if (endpoint.isLoopback()) {
            return new AzureAccount(endpoint, "none");
        }
        Optional<String> key =
                first(environment, "AZURE_FACE_KEY", "FACE_APIKEY")
                        .or(() -> shelf.key(endpoint.host()));
        return new AzureAccount(
                endpoint,
                key.orElseThrow(
                        () ->
                                new CloudException(
                                        new Fault.AccessDenied(),
                                        "There is no key for %s.".formatted(endpoint.host()),
                                        "Set AZURE_FACE_KEY, or put the key into the system's"
                                                + " keyring with 'revisage cloud key'.")));
    }

    private static Endpoint endpoint(CloudChoice choice, Map<String, String> environment)
            throws WorkException {
        if (choice.endpoint().isPresent()) {
            return choice.endpoint().get();
        }
        Optional<String> named = first(environment, "AZURE_FACE_ENDPOINT", "FACE_ENDPOINT");
        if (named.isEmpty()) {
            throw new CloudException(
                    new Fault.AccessDenied(),
                    "No Azure Face resource is named.",
                    "Set AZURE_FACE_ENDPOINT to https://NAME.cognitiveservices.azure.com.");
        }
        return Endpoint.of(named.get());
    }

    private static Optional<String> first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .map(n -> environment.getOrDefault(n, "").strip())
                .filter(v -> !v.isEmpty())
                .findFirst();
    }

    /// For people: the first word of the host.
    String resource() {
        return endpoint.isLoopback() ? "none" : endpoint.host().split("\\.", 2)[0];
    }

    @Override
    public String toString() {
        return "AzureAccount[" + endpoint.host() + "]";
    }
}
