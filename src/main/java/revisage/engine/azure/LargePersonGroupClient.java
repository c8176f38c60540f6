package revisage.engine.azure;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import revisage.cloud.Call;
import revisage.cloud.Toll;
import revisage.work.WorkException;

/// One large person group of Azure Face; see [FaceClient].
final class LargePersonGroupClient {

    private final AzureWire wire;
    private final String path;

    LargePersonGroupClient(AzureWire wire, String group) {
        this.wire = wire;
        this.path = FaceClient.BASE + "largepersongroups/" + group;
    }

    /// The recognition model must be named: the service's default is an old one.
    AzureWire.Answer create(String name, Toll toll) throws WorkException, InterruptedException {
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", name)
                        .put("recognitionModel", FaceClient.RECOGNITION_MODEL);
        return wire.send(wire.request(HttpMethod.PUT, path, body), Call.CREATE_GALLERY, toll);
    }

    AzureWire.Answer get(Toll toll) throws WorkException, InterruptedException {
        return wire.send(
                wire.request(HttpMethod.GET, path + "?returnRecognitionModel=true"),
                Call.ASK_GALLERY,
                toll);
    }

    AzureWire.Answer delete(Toll toll) throws WorkException, InterruptedException {
        return wire.send(wire.request(HttpMethod.DELETE, path), Call.DELETE_GALLERY, toll);
    }

    AzureWire.Answer createPerson(String name, Toll toll)
            throws WorkException, InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("name", name);
        return wire.send(
                wire.request(HttpMethod.POST, path + "/persons", body), Call.CREATE_PERSON, toll);
    }

    AzureWire.Answer addFace(String person, byte[] picture, Toll toll)
            throws WorkException, InterruptedException {
        String faces =
                "%s/persons/%s/persistedfaces?detectionModel=%s"
                        .formatted(path, person, FaceClient.DETECTION_MODEL);
        return wire.send(wire.request(HttpMethod.POST, faces, picture), Call.ADD_FACE, toll);
    }

    /// @param start only people whose ids come behind this one
    /// @param top so many of them, 1..1000
    AzureWire.Answer getPersons(String start, int top, Toll toll)
            throws WorkException, InterruptedException {
        String list = "%s/persons?start=%s&top=%d".formatted(path, start, top);
        return wire.send(wire.request(HttpMethod.GET, list), Call.LIST, toll);
    }

    AzureWire.Answer train(Toll toll) throws WorkException, InterruptedException {
        return wire.send(wire.request(HttpMethod.POST, path + "/train"), Call.TRAIN, toll);
    }

    AzureWire.Answer getTrainingStatus(Toll toll) throws WorkException, InterruptedException {
        return wire.send(wire.request(HttpMethod.GET, path + "/training"), Call.ASK_TRAINING, toll);
    }
}
