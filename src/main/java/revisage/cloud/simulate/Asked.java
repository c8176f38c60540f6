package revisage.cloud.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request as it came in.
final class Asked {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpExchange exchange;
    private final Map<String, String> query;
    private final byte[] body;

    /// Reads the whole request.
    Asked(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        this.query = query(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        this.body = exchange.getRequestBody().readAllBytes();
    }

    private static Map<String, String> query(String raw) {
        var read = new HashMap<String, String>();
        for (String pair : raw.split("&")) {
            String[] halves = pair.split("=", 2);
            if (halves.length == 2) {
                read.put(halves[0], URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
            }
        }
        return Map.copyOf(read);
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /// Parts of the path between slashes.
    List<String> path() {
        return Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                .filter(p -> !p.isEmpty())
                .toList();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    String asked(String name, String ifMissing) {
        return query.getOrDefault(name, ifMissing);
    }

    byte[] body() {
        return body.clone();
    }

    /// The body; a missing node if it is no JSON.
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }
}
