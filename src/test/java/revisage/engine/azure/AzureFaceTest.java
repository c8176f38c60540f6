package revisage.engine.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import revisage.cloud.Call;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudException;
import revisage.cloud.CloudService;
import revisage.cloud.Endpoint;
import revisage.cloud.Enrolled;
import revisage.cloud.Fault;
import revisage.cloud.OneAnswer;
import revisage.cloud.Picture;
import revisage.cloud.Training;
import revisage.cloud.Wires;
import revisage.cloud.simulate.Mishap;
import revisage.cloud.simulate.Mishaps;
import revisage.cloud.simulate.NumberEye;
import revisage.cloud.simulate.Simulator;
import revisage.work.WorkException;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

class AzureFaceTest extends Wires {

    @Override
    protected Simulator.Service which() {
        return Simulator.Service.AZURE;
    }

    @Override
    protected CloudService open(CloudChoice choice, Duration patience) throws WorkException {
        return new AzureFace(
                AzureAccount.find(choice, Map.of(), _ -> Optional.empty()), patience, 100);
    }

    @Override
    protected String enrolling() {
        return "addFace";
    }

    @Override
    protected String searching() {
        return "identify";
    }

    @Override
    protected String looking() {
        return "detect";
    }

    /// A key does not run out; one that was replaced is not known any more.
    @Override
    protected List<Class<? extends Fault>> kinds(Mishap mishap, boolean enrolling) {
        return mishap == Mishap.EXPIRED
                ? List.of(Fault.AccessDenied.class)
                : super.kinds(mishap, enrolling);
    }

    private CloudService to(String address) throws WorkException {
        return open(
                new CloudChoice(
                        "azure-face",
                        Optional.empty(),
                        Optional.of(Endpoint.of(address)),
                        Optional.empty()),
                Duration.ofSeconds(30));
    }

    private static Simulator simulator(String operation, long nth, Mishap mishap)
            throws WorkException {
        Mishaps one =
                (asked, _, number) ->
                        asked.equals(operation) && number == nth
                                ? Optional.of(new Mishaps.Event(mishap, Optional.empty()))
                                : Optional.empty();
        return Simulator.start(
                Simulator.Service.AZURE, 0, new NumberEye(), Simulator.Day.with(one));
    }

    @Test
    void limitedAccessIsSeenByTheTestCallBeforeAnythingElseIsSent() throws Exception {
        for (String refused : List.of("identify", "detect")) {
            try (var simulator = simulator(refused, 1, Mishap.NOT_APPROVED);
                    var service = to(simulator.address())) {
                var e = assertThrows(CloudException.class, () -> service.test(_ -> {}));
                assertInstanceOf(Fault.AccessLimited.class, e.fault());
                assertTrue(String.valueOf(e.getMessage()).contains("Limited Access"));
                assertTrue(Set.of("identify", "detect").containsAll(simulator.requests().keySet()));
            }
        }
    }

    @Test
    void limitedAccessComesAs404Too() throws Exception {
        String body = "{\"error\":{\"code\":\"UnsupportedFeature\",\"message\":\"x\"}}";
        try (var server = new OneAnswer(404, body, true);
                var service = to(server.address())) {
            var e = assertThrows(CloudException.class, () -> service.test(_ -> {}));
            assertInstanceOf(Fault.AccessLimited.class, e.fault());
        }
    }

    @Test
    void aTrainingThatFailsIsToldAndOneThatNeverEndsKeepsRunning() throws Exception {
        try (var simulator = simulator("train", 1, Mishap.TRAINING_FAILS);
                var service = to(simulator.address())) {
            service.create("g-1", _ -> {});
            service.train("g-1", _ -> {});
            assertEquals(Training.FAILED, service.training("g-1", _ -> {}));
            service.train("g-1", _ -> {});
            assertEquals(Training.DONE, service.training("g-1", _ -> {}));
        }
        try (var simulator = simulator("train", 1, Mishap.TRAINING_NEVER_ENDS);
                var service = to(simulator.address())) {
            service.create("g-1", _ -> {});
            service.train("g-1", _ -> {});
            for (int i = 0; i < 20; i++) {
                assertEquals(Training.RUNNING, service.training("g-1", _ -> {}));
            }
        }
    }

    @Test
    void aPersonWithoutAFaceIsListedAsHalfAndCompleted() throws Exception {
        try (var simulator = simulator("addFace", 1, Mishap.THROTTLE);
                var service = to(simulator.address())) {
            service.create("g-1", _ -> {});
            Picture face = NumberEye.face(1, 0);
            assertThrows(
                    CloudException.class,
                    () -> service.enrol("g-1", "alice", face, Optional.empty(), _ -> {}));
            Enrolled half = service.enrolled("g-1", _ -> {}).getFirst();
            assertEquals(0, half.faces());
            var paid = new ArrayList<Call>();
            service.enrol("g-1", "alice", face, Optional.of(half), paid::add);
            assertEquals(List.of(Call.ADD_FACE), paid);
            assertEquals(
                    List.of(new Enrolled("alice", half.handle(), 1)),
                    service.enrolled("g-1", _ -> {}));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, 401, AccessDenied",
        "403, 403, QuotaUsedUp",
        "403, Forbidden, AccessDenied",
        "404, LargePersonGroupNotFound, GalleryMissing",
        "408, OperationTimeOut, PerhapsDone",
        "409, ConcurrentOperationConflict, Unavailable",
        "429, 429, Throttled",
        "500, InternalServerError, Unavailable",
        "503, ServiceUnavailable, Unavailable",
        "400, LargePersonGroupNotTrained, Unavailable",
        "400, BadArgument, Malformed"
    })
    void everyErrorOfTheServiceIsAFault(int status, String code, String fault) throws Exception {
        String why = fault.equals("QuotaUsedUp") ? "Out of call volume quota." : "alice did it";
        String body = "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, why);
        try (var server = new OneAnswer(status, body, true);
                var service = to(server.address())) {
            var e = assertThrows(CloudException.class, () -> service.train("g-1", _ -> {}));
            assertEquals(fault, e.fault().getClass().getSimpleName());
            assertFalse(String.valueOf(e.getMessage()).contains("alice"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"candidates\":[]}",
                "[{\"faceId\":\"x\"}]",
                "[{\"faceId\":\"x\",\"candidates\":[{\"personId\":\"p\",\"confidence\":7}]}]",
                "[{\"faceId\":\"x\",\"candidates\":[{\"confidence\":0.5}]}]",
                "[{\"faceId\":\"x\",\"candidates\":[{\"personId\":\"p\"}]}]"
            })
    void anIdentificationThatMakesNoSenseIsRefused(String answer) throws Exception {
        // The first of the two requests is content with a list that has a face id.
        String both = answer.startsWith("[{\"faceId\"") ? answer : "[{\"faceId\":\"x\"}]";
        for (String each : List.of(answer, both)) {
            try (var server = new OneAnswer(200, each, true);
                    var service = to(server.address())) {
                if (each.equals("[]")) {
                    continue; // a picture without a face
                }
                var e =
                        assertThrows(
                                CloudException.class,
                                () -> service.search("g-1", NumberEye.face(1, 0), 1, 0, _ -> {}));
                assertInstanceOf(Fault.Malformed.class, e.fault());
            }
        }
    }

    /// Before the first byte is told, and after: the service may have done the latter.
    @Test
    void anEncryptedConnectionThatBreaksMayHaveBeenHeard() {
        var refused = new UncheckedIOException(new SSLHandshakeException("no trust"));
        var broken = new UncheckedIOException(new SSLException("closed inbound"));
        assertInstanceOf(Fault.Unreachable.class, AzureFaults.ofWire(refused).fault());
        assertInstanceOf(Fault.PerhapsDone.class, AzureFaults.ofWire(broken).fault());
    }

    @Test
    void aListThatRunsInACircleEnds() throws Exception {
        String person = "{\"personId\":\"p\",\"name\":\"n\",\"persistedFaceIds\":[]}";
        String page = "[" + String.join(",", Collections.nCopies(100, person)) + "]";
        try (var server = new OneAnswer(200, page, true);
                var service = to(server.address())) {
            var e = assertThrows(CloudException.class, () -> service.enrolled("g-1", _ -> {}));
            assertInstanceOf(Fault.Malformed.class, e.fault());
        }
    }
}
