package revisage.cloud.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;

/// An answer.
///
/// @param status of HTTP
/// @param headers besides the type, the length and the label
/// @param body JSON, or empty
record Reply(int status, Map<String, String> headers, String body) {

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply of(int status, JsonNode body) {
        return new Reply(status, Map.of(), body.toString());
    }

    static Reply ok(JsonNode body) {
        return of(200, body);
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
