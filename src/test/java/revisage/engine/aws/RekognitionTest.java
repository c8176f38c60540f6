package revisage.engine.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudException;
import revisage.cloud.CloudService;
import revisage.cloud.Endpoint;
import revisage.cloud.EnrolAnswer;
import revisage.cloud.Fault;
import revisage.cloud.OneAnswer;
import revisage.cloud.Picture;
import revisage.cloud.Wires;
import revisage.cloud.simulate.Mishap;
import revisage.cloud.simulate.Mishaps;
import revisage.cloud.simulate.NumberEye;
import revisage.cloud.simulate.Simulator;
import revisage.work.WorkException;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

class RekognitionTest extends Wires {

    @Override
    protected Simulator.Service which() {
        return Simulator.Service.REKOGNITION;
    }

    @Override
    protected CloudService open(CloudChoice choice, Duration patience) throws WorkException {
        return Rekognition.open(choice, patience);
    }

    @Override
    protected String enrolling() {
        return "IndexFaces";
    }

    @Override
    protected String searching() {
        return "SearchFacesByImage";
    }

    @Override
    protected String looking() {
        return "SearchFacesByImage";
    }

    private static CloudService to(String address) throws WorkException {
        return Rekognition.open(
                new CloudChoice(
                        "rekognition",
                        Optional.empty(),
                        Optional.of(Endpoint.of(address)),
                        Optional.empty()),
                Duration.ofSeconds(30));
    }

    private static final Picture FACE = NumberEye.face(1, 0);

    private static EnrolAnswer enrol(CloudService service) throws Exception {
        return service.enrol("g-1", "alice", FACE, Optional.empty(), _ -> {});
    }

    @Test
    void enrollingAgainAfterALostAnswerMakesNoSecondFace() throws Exception {
        Mishaps lost =
                (asked, _, nth) ->
                        asked.equals("IndexFaces") && nth == 1
                                ? Optional.of(new Mishaps.Event(Mishap.LOST, Optional.empty()))
                                : Optional.empty();
        try (var simulator =
                        Simulator.start(which(), 0, new NumberEye(), Simulator.Day.with(lost));
                var service = to(simulator.address())) {
            service.create("g-1", _ -> {});
            assertThrows(CloudException.class, () -> enrol(service));
            var listed = service.enrolled("g-1", _ -> {});
            assertEquals(new EnrolAnswer.Added(listed.getFirst()), enrol(service));
            assertEquals(listed, service.enrolled("g-1", _ -> {}));
            assertEquals("7.0-simulated-number-eye", service.model());
        }
    }

    @Test
    void aLeftOutFaceIsRefusedWithTheServicesReason() throws Exception {
        String answer =
                """
                {"FaceModelVersion":"7.0","FaceRecords":[],
                 "UnindexedFaces":[{"Reasons":["LOW_SHARPNESS"]}]}\
                """;
        try (var server = new OneAnswer(200, answer, true);
                var service = to(server.address())) {
            assertEquals(new EnrolAnswer.Refused("left out for [LOW_SHARPNESS]"), enrol(service));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"FaceModelVersion\":\"7.0\",\"FaceRecords\":[{}]}",
                "{\"FaceModelVersion\":\"7.0\",\"FaceRecords\":[{\"Face\":{\"FaceId\":\"f\","
                        + "\"ExternalImageId\":\"bob\"}}]}",
                "{\"FaceRecords\":[]}",
                "[]",
                "null",
                "{\"FaceRecords\":7}"
            })
    void anEnrolmentThatMakesNoSenseIsRefused(String answer) throws Exception {
        try (var server = new OneAnswer(200, answer, true);
                var service = to(server.address())) {
            var e = assertThrows(CloudException.class, () -> enrol(service));
            assertInstanceOf(Fault.Malformed.class, e.fault());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"FaceModelVersion\":\"7.0\",\"FaceMatches\":[{\"Similarity\":140,"
                        + "\"Face\":{\"ExternalImageId\":\"a\"}}]}",
                "{\"FaceModelVersion\":\"7.0\",\"FaceMatches\":[{\"Similarity\":\"NaN\","
                        + "\"Face\":{\"ExternalImageId\":\"a\"}}]}",
                "{\"FaceModelVersion\":\"7.0\",\"FaceMatches\":[{\"Similarity\":90}]}",
                "{\"FaceModelVersion\":\"7.0\",\"FaceMatches\":[{\"Similarity\":90,"
                        + "\"Face\":{\"FaceId\":\"f\"}}]}",
                "{\"FaceMatches\":[]}"
            })
    void aSearchThatMakesNoSenseIsRefused(String answer) throws Exception {
        try (var server = new OneAnswer(200, answer, true);
                var service = to(server.address())) {
            var e =
                    assertThrows(
                            CloudException.class, () -> service.search("g-1", FACE, 1, 0, _ -> {}));
            assertInstanceOf(Fault.Malformed.class, e.fault());
        }
    }

    @Test
    void aListThatRunsInACircleEnds() throws Exception {
        String page = "{\"Faces\":[],\"NextToken\":\"again\"}";
        try (var server = new OneAnswer(200, page, true);
                var service = to(server.address())) {
            var e = assertThrows(CloudException.class, () -> service.enrolled("g-1", _ -> {}));
            assertInstanceOf(Fault.Malformed.class, e.fault());
        }
    }

    /// As the service model of the AWS SDKs lists them.
    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, 400, Throttled",
        "ProvisionedThroughputExceededException, 400, Throttled",
        "LimitExceededException, 400, QuotaUsedUp",
        "ServiceQuotaExceededException, 400, QuotaUsedUp",
        "AccessDeniedException, 400, AccessDenied",
        "UnrecognizedClientException, 400, AccessDenied",
        "InvalidSignatureException, 403, AccessDenied",
        "RequestTimeTooSkewed, 403, Unreachable",
        "ExpiredTokenException, 400, CredentialsExpired",
        "ResourceNotFoundException, 400, GalleryMissing",
        "InternalServerError, 500, PerhapsDone",
        "ServiceUnavailableException, 503, Unavailable",
        "SomethingNew, 400, Malformed"
    })
    void everyErrorOfTheServiceIsAFault(String type, int status, String fault) throws Exception {
        String body = "{\"__type\":\"%s\",\"message\":\"of alice\"}".formatted(type);
        try (var server = new OneAnswer(status, body, true);
                var service = to(server.address())) {
            var e = assertThrows(CloudException.class, () -> enrol(service));
            assertEquals(fault, e.fault().getClass().getSimpleName());
            assertFalse(String.valueOf(e.getMessage()).contains("alice"));
        }
    }

    /// Before the first byte is told, and after: the service may have done the latter.
    @Test
    void anEncryptedConnectionThatBreaksMayHaveBeenHeard() {
        var refused = SdkClientException.create("x", new SSLHandshakeException("no trust"));
        var broken = SdkClientException.create("x", new SSLException("closed inbound"));
        assertInstanceOf(Fault.Unreachable.class, RekognitionFaults.ofWire(refused).fault());
        assertInstanceOf(Fault.PerhapsDone.class, RekognitionFaults.ofWire(broken).fault());
    }

    @Test
    void aTooLargePictureIsRefusedByTheService() throws Exception {
        String body = "{\"__type\":\"ImageTooLargeException\",\"message\":\"x\"}";
        try (var server = new OneAnswer(400, body, true);
                var service = to(server.address())) {
            assertEquals(new EnrolAnswer.Refused("too large for the service"), enrol(service));
        }
    }
}
