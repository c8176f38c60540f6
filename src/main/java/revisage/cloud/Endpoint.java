package revisage.cloud;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Where requests go. Encrypted, or a simulator on this machine.
///
/// @param address `https://...`, or `http://` to the loopback address
public record Endpoint(URI address) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /// @throws IllegalArgumentException if [#of(String)] would refuse it
    public Endpoint {
        if (!mayBeUsed(address)) {
            throw new IllegalArgumentException("no place for pictures: " + address.getScheme());
        }
    }

    /// @throws EndpointException if it is no address, or not encrypted and not on this machine
    public static Endpoint of(String address) throws EndpointException {
        try {
            var uri = new URI(address.strip());
            if (mayBeUsed(uri)) {
                return new Endpoint(uri);
            }
        } catch (URISyntaxException _) {
            // Said below.
        }
        throw new EndpointException(
                "'%s' is no address that faces may be sent to.".formatted(address),
                "Use https, or http to 127.0.0.1 for a simulator.");
    }

    private static boolean mayBeUsed(URI uri) {
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            return false;
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && isLoopback(uri.getHost()));
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    /// As it is typed: `https://...`.
    public String text() {
        return address.toString();
    }

    /// Name of the machine.
    public String host() {
        return address.getHost();
    }

    /// Whether what is typed is the address of a simulator: nobody's consent is needed there.
    public static boolean isSimulators(String address) {
        try {
            return of(address).isLoopback();
        } catch (EndpointException _) {
            return false;
        }
    }

    /// Whether it is this machine.
    public boolean isLoopback() {
        return isLoopback(host());
    }
}
