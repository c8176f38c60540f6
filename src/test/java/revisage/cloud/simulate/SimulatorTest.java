package revisage.cloud.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.cloud.SimulatorLabel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

/// The wire as the providers' documents have it, asked without any SDK.
class SimulatorTest {

    private static final String GROUP = "/face/v1.2/largepersongroups/g";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    private Simulator simulator(Simulator.Service service, OptionalDouble perSecond)
            throws SimulatorException {
        var day = new Simulator.Day(Mishaps.none(), perSecond, Duration.ofSeconds(30), now::get);
        return Simulator.start(service, 0, new NumberEye(), day);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> rekognition(Simulator to, String operation, String body)
            throws Exception {
        return ask(
                HttpRequest.newBuilder(URI.create(to.address()))
                        .header("X-Amz-Target", "RekognitionService." + operation)
                        .header("Authorization", "AWS4-HMAC-SHA256 Credential=x")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> azure(Simulator to, String method, String path, byte[] body)
            throws Exception {
        return ask(
                HttpRequest.newBuilder(URI.create(to.address() + path))
                        .header("Ocp-Apim-Subscription-Key", "x")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> azure(Simulator to, String method, String path, String body)
            throws Exception {
        return azure(to, method, path, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void everyAnswerSaysThatItIsASimulators() throws Exception {
        for (Simulator.Service service : Simulator.Service.values()) {
            try (var simulator = simulator(service, OptionalDouble.empty())) {
                var plain = ask(HttpRequest.newBuilder(URI.create(simulator.address() + "/x")));
                assertTrue(plain.statusCode() >= 400, "nothing without credentials");
                var answers =
                        new HttpResponse<?>[] {
                            plain,
                            rekognition(simulator, "ListCollections", "{}"),
                            azure(simulator, "GET", GROUP, "")
                        };
                for (var answer : answers) {
                    assertEquals(
                            "number-eye",
                            answer.headers().firstValue(SimulatorLabel.HEADER).orElseThrow());
                }
            }
        }
    }

    @Test
    void onlyThisMachineIsAnswered() throws Exception {
        try (var simulator = simulator(Simulator.Service.AZURE, OptionalDouble.empty())) {
            int port = URI.create(simulator.address()).getPort();
            for (var network : NetworkInterface.networkInterfaces().toList()) {
                for (InetAddress address : network.inetAddresses().toList()) {
                    if (!address.isLoopbackAddress()) {
                        try (var socket = new Socket()) {
                            var there = new InetSocketAddress(address, port);
                            assertThrows(IOException.class, () -> socket.connect(there, 1_000));
                        }
                    }
                }
            }
        }
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        try (var simulator = simulator(Simulator.Service.AZURE, OptionalDouble.empty())) {
            int port = URI.create(simulator.address()).getPort();
            var e =
                    assertThrows(
                            SimulatorException.class,
                            () ->
                                    Simulator.start(
                                            Simulator.Service.AZURE,
                                            port,
                                            new NumberEye(),
                                            Simulator.Day.quiet()));
            assertTrue(e.getMessage().contains("Port " + port));
        }
    }

    @Test
    void moreRequestsThanTheQuotaAreThrottledUntilTimeHasPassed() throws Exception {
        var aws = simulator(Simulator.Service.REKOGNITION, OptionalDouble.of(3));
        var azure = simulator(Simulator.Service.AZURE, OptionalDouble.of(3));
        try (aws;
                azure) {
            for (int i = 0; i < 3; i++) {
                assertEquals(200, rekognition(aws, "ListCollections", "{}").statusCode());
                assertEquals(404, azure(azure, "GET", GROUP, "").statusCode());
            }
            var throttled = rekognition(aws, "ListCollections", "{}");
            assertEquals(400, throttled.statusCode());
            assertTrue(throttled.body().contains("ProvisionedThroughputExceededException"));
            var slow = azure(azure, "GET", GROUP, "");
            assertEquals(429, slow.statusCode());
            assertEquals("1", slow.headers().firstValue("Retry-After").orElseThrow());
            now.set(Instant.EPOCH.plusMillis(340));
            assertEquals(200, rekognition(aws, "ListCollections", "{}").statusCode());
            assertEquals(400, rekognition(aws, "ListCollections", "{}").statusCode());
            assertEquals(Map.of("ListCollections", 6L), aws.requests());
        }
    }

    @Test
    void theSamePictureUnderTheSameExternalIdIsOneFace() throws Exception {
        try (var simulator = simulator(Simulator.Service.REKOGNITION, OptionalDouble.empty())) {
            rekognition(simulator, "CreateCollection", "{\"CollectionId\":\"c\"}");
            String picture = Base64.getEncoder().encodeToString(NumberEye.face(1, 2).bytes());
            String index =
                    """
                    {"CollectionId":"c","ExternalImageId":"%s","Image":{"Bytes":"%s"}}\
                    """;
            var first = rekognition(simulator, "IndexFaces", index.formatted("a", picture));
            var again = rekognition(simulator, "IndexFaces", index.formatted("a", picture));
            assertEquals(first.body(), again.body());
            assertNotEquals(
                    first.body(),
                    rekognition(simulator, "IndexFaces", index.formatted("b", picture)).body());
            var described =
                    rekognition(simulator, "DescribeCollection", "{\"CollectionId\":\"c\"}");
            assertTrue(described.body().contains("\"FaceCount\":2"), described.body());
        }
    }

    @Test
    void azureSeesTheGroupAsItWasWhenItsTrainingEnded() throws Exception {
        try (var simulator = simulator(Simulator.Service.AZURE, OptionalDouble.empty())) {
            azure(simulator, "PUT", GROUP, "{\"name\":\"g\"}");
            addFace(simulator, 1);
            String identify =
                    "{\"faceIds\":[\"%s\"],\"largePersonGroupId\":\"g\",\"confidenceThreshold\":0}"
                            .formatted(detect(simulator));
            var early = azure(simulator, "POST", "/face/v1.2/identify", identify);
            assertTrue(early.body().contains("LargePersonGroupNotTrained"));
            assertEquals(202, azure(simulator, "POST", GROUP + "/train", "").statusCode());
            assertEquals("{\"status\":\"running\"}", training(simulator));
            now.set(now.get().plusSeconds(29));
            assertEquals("{\"status\":\"running\"}", training(simulator));
            now.set(now.get().plusSeconds(1));
            assertEquals("{\"status\":\"succeeded\"}", training(simulator));
            addFace(simulator, 2);
            var answer = azure(simulator, "POST", "/face/v1.2/identify", identify).body();
            assertEquals(1, answer.split("personId", -1).length - 1, answer);
        }
    }

    private String training(Simulator simulator) throws Exception {
        return azure(simulator, "GET", GROUP + "/training", "").body();
    }

    private String detect(Simulator simulator) throws Exception {
        byte[] face = NumberEye.face(1, 1).bytes();
        String found = azure(simulator, "POST", "/face/v1.2/detect", face).body();
        return found.replaceAll(".*\"faceId\":\"([^\"]+)\".*", "$1");
    }

    private void addFace(Simulator simulator, int number) throws Exception {
        String person =
                azure(simulator, "POST", GROUP + "/persons", "{\"name\":\"p\"}")
                        .body()
                        .replaceAll(".*\"personId\":\"([^\"]+)\".*", "$1");
        byte[] face = NumberEye.face(1, number).bytes();
        String path = GROUP + "/persons/" + person + "/persistedfaces";
        assertEquals(200, azure(simulator, "POST", path, face).statusCode());
    }

    @Test
    void whatTheServicesRefuseIsRefused() throws Exception {
        try (var aws = simulator(Simulator.Service.REKOGNITION, OptionalDouble.empty());
                var azure = simulator(Simulator.Service.AZURE, OptionalDouble.empty())) {
            rekognition(aws, "CreateCollection", "{\"CollectionId\":\"c\"}");
            String search = "{\"CollectionId\":\"c\",%s\"Image\":{\"Bytes\":\"RkFDRQ==\"}}";
            for (String wrong :
                    new String[] {
                        "\"MaxFaces\":0,", "\"MaxFaces\":4097,", "\"FaceMatchThreshold\":101,"
                    }) {
                var answer = rekognition(aws, "SearchFacesByImage", search.formatted(wrong));
                assertTrue(answer.body().contains("InvalidParameterException"), answer.body());
            }
            String large = Base64.getEncoder().encodeToString(new byte[(5 << 20) + 1]);
            assertTrue(
                    rekognition(
                                    aws,
                                    "SearchFacesByImage",
                                    search.formatted("").replace("RkFDRQ==", large))
                            .body()
                            .contains("ImageTooLargeException"));
            azure(azure, "PUT", GROUP, "{\"name\":\"g\",\"recognitionModel\":\"recognition_04\"}");
            for (String wrong :
                    new String[] {
                        "\"maxNumOfCandidatesReturned\":101,", "\"confidenceThreshold\":1.5,"
                    }) {
                var answer =
                        azure(
                                azure,
                                "POST",
                                "/face/v1.2/identify",
                                "{%s\"faceIds\":[\"x\"],\"largePersonGroupId\":\"g\"}"
                                        .formatted(wrong));
                assertTrue(answer.body().contains("BadArgument"), answer.body());
            }
            assertEquals(409, azure(azure, "PUT", GROUP, "{\"name\":\"g\"}").statusCode());
            var tiny = azure(azure, "POST", "/face/v1.2/detect", new byte[1_023]);
            assertTrue(tiny.body().contains("InvalidImageSize"));
        }
    }
}
