package revisage.vector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// JSON from strangers: shallow, without repeated keys, nothing behind the end.
public final class DistrustfulJson {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 10_000;

    private DistrustfulJson() {}

    /// Reads token by token under the limits.
    public static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxNumberLength(LONGEST_NUMBER)
                                .maxNameLength(LONGEST_NAME)
                                .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /// Reads whole trees under the limits.
    public static ObjectMapper mapper() {
        return JsonMapper.builder(factory())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    static byte[] bytes(JsonNode node) {
        try {
            return new ObjectMapper().writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }

    /// Jackson's reason in one line, with its place.
    public static String why(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String reason =
                e.getOriginalMessage()
                        .lines()
                        .findFirst()
                        .orElse("unknown")
                        .replaceAll(" ?\\(start marker at .*\\)", "");
        return at == null
                ? reason
                : "%s (line %d, column %d)".formatted(reason, at.getLineNr(), at.getColumnNr());
    }
}
