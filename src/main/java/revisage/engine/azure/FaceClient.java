package revisage.engine.azure;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import revisage.cloud.Call;
import revisage.cloud.Toll;
import revisage.work.WorkException;

import java.util.Locale;

/// Azure Face 1.2 over REST: detection and identification.
///
/// The official SDK (`com.azure:azure-ai-vision-face`) cannot be had from Maven Central, and the
/// older one fails on Java 25. This class and [LargePersonGroupClient] are shaped like the SDK's
/// `FaceClient` and `LargePersonGroupClient`, method by method, on the same azure-core: once the
/// SDK is there, they are exchanged for it and the rest of this package stays.
final class FaceClient {

    static final String RECOGNITION_MODEL = "recognition_04";
    static final String DETECTION_MODEL = "detection_03";
    static final String BASE = "/face/v1.2/";

    /// Seconds that the service keeps a detected face; it allows 60 and more.
    private static final int SHORTEST_LIFE = 60;

    private final AzureWire wire;

    FaceClient(AzureWire wire) {
        this.wire = wire;
    }

    /// Finds faces, the largest first, and keeps their vectors under ids for a minute.
    AzureWire.Answer detect(byte[] picture, Call call, Toll toll)
            throws WorkException, InterruptedException {
        String path =
                String.format(
                        Locale.ROOT,
                        "%sdetect?returnFaceId=true&recognitionModel=%s&detectionModel=%s"
                                + "&faceIdTimeToLive=%d",
                        BASE,
                        RECOGNITION_MODEL,
                        DETECTION_MODEL,
                        SHORTEST_LIFE);
        return wire.send(wire.request(HttpMethod.POST, path, picture), call, toll);
    }

    /// Who a detected face is.
    ///
    /// @param most 1..100
    /// @param threshold 0..1
    AzureWire.Answer identifyFromLargePersonGroup(
            String faceId, String group, int most, double threshold, Call call, Toll toll)
            throws WorkException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("faceIds").add(faceId);
        body.put("largePersonGroupId", group)
                .put("maxNumOfCandidatesReturned", most)
                .put("confidenceThreshold", threshold);
        return wire.send(wire.request(HttpMethod.POST, BASE + "identify", body), call, toll);
    }

    LargePersonGroupClient getLargePersonGroupClient(String group) {
        return new LargePersonGroupClient(wire, group);
    }

    /// The text of a field that must be there.
    static String text(JsonNode json, String field) throws WorkException {
        String text = json.path(field).asText("");
        if (text.isEmpty()) {
            throw AzureFaults.malformed("no " + field);
        }
        return text;
    }
}
