package revisage.engine.azure;

import com.fasterxml.jackson.databind.JsonNode;

import revisage.cloud.Call;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudException;
import revisage.cloud.CloudService;
import revisage.cloud.Endpoint;
import revisage.cloud.EnrolAnswer;
import revisage.cloud.Enrolled;
import revisage.cloud.Picture;
import revisage.cloud.SearchAnswer;
import revisage.cloud.ServiceCard;
import revisage.cloud.Toll;
import revisage.cloud.Training;
import revisage.work.Work;
import revisage.work.WorkException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Azure Face: one large person group a gallery, one person with one face a picture, so that a
/// person's pictures are told apart as they are by the other recognisers.
///
/// Answers name people by the service's own ids; which picture each is comes from the answers to
/// the enrolment or, in a run that goes on, from one list of the group.
public final class AzureFace implements CloudService {

    /// For [CloudChoice#provider()].
    public static final String PROVIDER = "azure-face";

    static final String TITLE = "Azure Face";

    private static final int MOST_ANSWERS = 100;
    private static final int LARGEST_BYTES = 6 << 20;
    private static final int LIST_PAGE = 1000;

    private static final Set<String> NO_SUCH = Set.of("LargePersonGroupNotFound", "FaceNotFound");
    private static final Set<String> BAD_PICTURE = Set.of("InvalidImage", "InvalidImageSize");

    private final AzureAccount account;
    private final FaceClient client;
    private final int page;
    private final Map<String, Map<String, String>> externalIds = new HashMap<>();

    /// @param page people that one request lists, 1..1000
    AzureFace(AzureAccount account, Duration patience, int page) {
        this.account = account;
        this.page = page;
        this.client = new FaceClient(new AzureWire(account, patience));
    }

    /// Finds endpoint and key; sends nothing.
    ///
    /// @param choice its endpoint may be a simulator's, which gets no key
    /// @param patience how long to wait for one answer
    /// @return the caller closes it
    /// @throws CloudException [revisage.cloud.Fault.AccessDenied] if there is no endpoint or no key
    public static AzureFace open(CloudChoice choice, Duration patience) throws WorkException {
        var account = AzureAccount.find(choice, System.getenv(), new SystemKeyring());
        return new AzureFace(account, patience, LIST_PAGE);
    }

    /// Puts a resource's key into the system's keyring.
    ///
    /// @throws CloudException if there is no keyring
    public static void keepKey(Endpoint endpoint, String key) throws WorkException {
        new SystemKeyring().keep(endpoint.host(), key);
    }

    @Override
    public ServiceCard card() {
        return new ServiceCard(
                PROVIDER,
                TITLE,
                account.resource(),
                "the resource's",
                account.endpoint(),
                account.endpoint().isLoopback(),
                FaceClient.RECOGNITION_MODEL,
                false,
                MOST_ANSWERS,
                LARGEST_BYTES,
                10,
                List.of(Call.CREATE_PERSON, Call.ADD_FACE),
                List.of(Call.DETECT, Call.SEARCH),
                page,
                true);
    }

    /// Two questions, neither with a face: whom an id that nobody has belongs to, and where the
    /// face is in a grey picture. An account that is not approved is refused one of them.
    @Override
    public Optional<String> test(Toll toll) throws WorkException, InterruptedException {
        AzureWire.Answer nobody =
                client.identifyFromLargePersonGroup(
                        "00000000-0000-0000-0000-000000000000",
                        "revisage-test",
                        1,
                        0.5,
                        Call.TEST,
                        toll);
        if (!NO_SUCH.contains(nobody.code()) && !nobody.code().equals("BadArgument")) {
            nobody.orThrow();
        }
        AzureWire.Answer nothing = client.detect(Dusk.png(), Call.TEST, toll).orThrow();
        require(nothing.json().isArray(), "no list of faces");
        return Optional.empty();
    }

    @Override
    public void create(String gallery, Toll toll) throws WorkException, InterruptedException {
        AzureWire.Answer answer = group(gallery).create(gallery, toll);
        if (!answer.code().equals("LargePersonGroupExists")) {
            answer.orThrow();
        }
    }

    @Override
    public EnrolAnswer enrol(
            String gallery, String externalId, Picture picture, Optional<Enrolled> half, Toll toll)
            throws WorkException, InterruptedException {
        LargePersonGroupClient group = group(gallery);
        String person =
                half.isPresent()
                        ? half.get().handle()
                        : FaceClient.text(
                                group.createPerson(externalId, toll).orThrow().json(), "personId");
        AzureWire.Answer answer = group.addFace(person, picture.bytes(), toll);
        if (BAD_PICTURE.contains(answer.code())) {
            return isNoFace(answer)
                    ? new EnrolAnswer.NoFace()
                    : new EnrolAnswer.Refused(refusal(answer));
        }
        FaceClient.text(answer.orThrow().json(), "persistedFaceId");
        known(gallery).put(person, externalId);
        return new EnrolAnswer.Added(new Enrolled(externalId, person, 1));
    }

    @Override
    public void train(String gallery, Toll toll) throws WorkException, InterruptedException {
        group(gallery).train(toll).orThrow();
    }

    @Override
    public Training training(String gallery, Toll toll) throws WorkException, InterruptedException {
        AzureWire.Answer answer = group(gallery).getTrainingStatus(toll).orThrow();
        String status = FaceClient.text(answer.json(), "status");
        return switch (status) {
            case "notStarted", "notstarted", "running" -> Training.RUNNING;
            case "succeeded" -> Training.DONE;
            case "failed" -> Training.FAILED;
            default -> throw AzureFaults.malformed("an unknown state of the training");
        };
    }

    @Override
    public List<Enrolled> enrolled(String gallery, Toll toll)
            throws WorkException, InterruptedException {
        var all = new ArrayList<Enrolled>();
        Map<String, String> known = known(gallery);
        var seen = new HashSet<String>();
        String start = "";
        boolean more = true;
        while (more) {
            JsonNode people = group(gallery).getPersons(start, page, toll).orThrow().json();
            require(people.isArray(), "no list of people");
            for (JsonNode person : people) {
                String id = FaceClient.text(person, "personId");
                require(seen.add(id), "a list that runs in a circle");
                String name = FaceClient.text(person, "name");
                all.add(new Enrolled(name, id, person.path("persistedFaceIds").size()));
                known.put(id, name);
                start = id;
            }
            more = people.size() == page;
            Work.pausePoint();
        }
        return all;
    }

    @Override
    public SearchAnswer search(
            String gallery, Picture picture, int most, double threshold, Toll toll)
            throws WorkException, InterruptedException {
        if (most < 1 || most > MOST_ANSWERS || !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(most + " answers above " + threshold);
        }
        AzureWire.Answer detected = client.detect(picture.bytes(), Call.DETECT, toll);
        if (BAD_PICTURE.contains(detected.code())) {
            return new SearchAnswer.Refused(refusal(detected));
        }
        JsonNode faces = detected.orThrow().json();
        require(faces.isArray(), "no list of faces");
        if (faces.isEmpty()) {
            return new SearchAnswer.NoFace();
        }
        String face = FaceClient.text(faces.get(0), "faceId");
        JsonNode answer =
                client.identifyFromLargePersonGroup(
                                face, gallery, most, threshold, Call.SEARCH, toll)
                        .orThrow()
                        .json();
        JsonNode candidates = answer.path(0).path("candidates");
        require(candidates.isArray() && answer.size() == 1, "no list of candidates");
        return found(gallery, candidates, toll);
    }

    private SearchAnswer found(String gallery, JsonNode candidates, Toll toll)
            throws WorkException, InterruptedException {
        var likenesses = new ArrayList<SearchAnswer.Likeness>();
        for (JsonNode candidate : candidates) {
            JsonNode confidence = candidate.path("confidence");
            require(
                    confidence.isNumber()
                            && confidence.doubleValue() >= 0
                            && confidence.doubleValue() <= 1,
                    "a confidence that is none");
            likenesses.add(
                    new SearchAnswer.Likeness(
                            externalId(gallery, FaceClient.text(candidate, "personId"), toll),
                            confidence.doubleValue()));
        }
        return new SearchAnswer.Found(likenesses);
    }

    private String externalId(String gallery, String person, Toll toll)
            throws WorkException, InterruptedException {
        if (!known(gallery).containsKey(person)) {
            enrolled(gallery, toll);
        }
        String externalId = known(gallery).getOrDefault(person, "");
        require(!externalId.isEmpty(), "a person who was not enrolled by this program");
        return externalId;
    }

    @Override
    public void delete(String gallery, Toll toll) throws WorkException, InterruptedException {
        AzureWire.Answer answer = group(gallery).delete(toll);
        if (!NO_SUCH.contains(answer.code())) {
            answer.orThrow();
        }
    }

    @Override
    public boolean exists(String gallery, Toll toll) throws WorkException, InterruptedException {
        AzureWire.Answer answer = group(gallery).get(toll);
        if (NO_SUCH.contains(answer.code())) {
            return false;
        }
        FaceClient.text(answer.orThrow().json(), "largePersonGroupId");
        return true;
    }

    @Override
    public void close() {
        // The JDK's client has nothing to close before it is collected.
    }

    private LargePersonGroupClient group(String gallery) {
        return client.getLargePersonGroupClient(gallery);
    }

    private Map<String, String> known(String gallery) {
        return externalIds.computeIfAbsent(gallery, _ -> new HashMap<>());
    }

    /// The one thing that only the sentence tells.
    private static boolean isNoFace(AzureWire.Answer answer) {
        return answer.json().path("error").path("message").asText().contains("No face detected");
    }

    private static String refusal(AzureWire.Answer answer) {
        return answer.code().equals("InvalidImageSize")
                ? "too small or too large for the service"
                : "not a picture that the service can use";
    }

    private static void require(boolean holds, String otherwise) throws CloudException {
        if (!holds) {
            throw AzureFaults.malformed(otherwise);
        }
    }
}
