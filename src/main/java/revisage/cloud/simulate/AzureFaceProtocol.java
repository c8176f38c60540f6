package revisage.cloud.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Azure Face 1.2, the part with large person groups: REST with JSON and octet streams.
///
/// A search sees the group as it was when its training ended. Face ids of detected faces are kept
/// as long as the simulator runs.
final class AzureFaceProtocol implements Protocol {

    static final int MOST_BYTES = 6 << 20;

    private static final int SMALLEST_BYTES = 1 << 10;
    private static final int SMALLEST_SIDE = 36;
    private static final String GROUPS = "largepersongroups";

    private final Eye eye;
    private final Duration trainingTakes;
    private final InstantSource clock;
    private final Map<String, PersonGroup> groups = new TreeMap<>();
    private final Map<String, VectorSet> detected = new HashMap<>();
    private Schooling nextTraining = Schooling.SUCCEEDS;
    private long names;

    AzureFaceProtocol(Eye eye, Duration trainingTakes, InstantSource clock) {
        this.eye = eye;
        this.trainingTakes = trainingTakes;
        this.clock = clock;
    }

    /// Stops the handling of one request.
    static final class Declined extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Reply reply;

        Declined(int status, String code, String message) {
            super(code, null, false, false);
            reply = error(status, code, message);
        }
    }

    @Override
    public String operation(Asked asked) {
        List<String> path = asked.path();
        if (path.size() < 3 || !path.getFirst().equals("face")) {
            return "unknown";
        }
        // face, v1.2, largepersongroups, {group}, persons, {person}, persistedfaces
        String noun = path.size() > 4 && path.get(2).equals(GROUPS) ? path.getLast() : path.get(2);
        boolean named = path.size() == 4 || path.size() == 6;
        return switch (noun) {
            case "detect", "identify", "train", "training" -> noun;
            case GROUPS -> asked.method().toLowerCase(java.util.Locale.ROOT) + "Group";
            case "persistedfaces" -> "addFace";
            case "persons" -> asked.method().equals("POST") ? "createPerson" : "listPersons";
            default -> named && asked.method().equals("DELETE") ? "deletePerson" : "unknown";
        };
    }

    @Override
    public boolean signed(Asked asked) {
        return asked.header("Ocp-Apim-Subscription-Key").filter(k -> !k.isBlank()).isPresent();
    }

    @Override
    public Reply answer(Asked asked) throws WorkException, InterruptedException {
        try {
            List<String> path = asked.path();
            return switch (operation(asked)) {
                case "detect" -> detect(asked);
                case "identify" -> identify(asked.json());
                case "putGroup" -> createGroup(path.get(3), asked.json());
                case "getGroup" -> group(path).describe(path.get(3));
                case "deleteGroup" -> deleteGroup(path);
                case "createPerson" -> createPerson(group(path), asked.json());
                case "listPersons" -> listPersons(group(path), asked);
                case "deletePerson" -> group(path).remove(path.get(5));
                case "addFace" -> addFace(group(path), path.get(5), asked);
                case "train" -> train(group(path));
                case "training" -> group(path).training(clock.instant());
                default -> throw new Declined(404, "ResourceNotFound", "No such operation.");
            };
        } catch (Declined declined) {
            return declined.reply;
        }
    }

    @Override
    public Reply refuse(Refusal why) {
        return switch (why) {
            case Refusal.Throttled t -> throttled(t);
            case Refusal.Unavailable _ ->
                    error(503, "ServiceUnavailable", "The service is temporarily unavailable.");
            case Refusal.Broken _ -> error(500, "InternalServerError", "Internal error.");
            case Refusal.Unsigned _, Refusal.Expired _, Refusal.Denied _ ->
                    error(
                            401,
                            "401",
                            "Access denied due to invalid subscription key or wrong API endpoint.");
            case Refusal.NotApproved _ ->
                    error(
                            403,
                            "UnsupportedFeature",
                            "Feature is not supported, missing approval for one or more of the"
                                    + " following features: Identification,Verification.");
            case Refusal.QuotaUsedUp _ ->
                    error(
                            403,
                            "403",
                            "Out of call volume quota. Quota will be replenished in 2 days.");
            case Refusal.BadPicture _ ->
                    error(400, "InvalidImage", "Decoding error, image format unsupported.");
        };
    }

    private static Reply throttled(Refusal.Throttled how) {
        Reply plain =
                error(429, "429", "Requests have exceeded call rate limit. Retry after 1 second.");
        return how.after()
                .map(a -> new Reply(429, Map.of("Retry-After", "" + a.toSeconds()), plain.body()))
                .orElse(plain);
    }

    @Override
    public void nextTraining(Schooling how) {
        nextTraining = how;
    }

    @Override
    public void forget() {
        groups.clear();
    }

    private PersonGroup group(List<String> path) throws Declined {
        return group(path.get(3));
    }

    private PersonGroup group(String id) throws Declined {
        PersonGroup found = groups.get(id);
        if (found == null) {
            throw new Declined(404, "LargePersonGroupNotFound", "Large person group is not found.");
        }
        return found;
    }

    private Reply createGroup(String id, JsonNode in) throws Declined {
        require(id.matches("[a-z0-9_-]{1,64}"), "largePersonGroupId is invalid.");
        require(!in.path("name").asText().isEmpty(), "'name' is empty.");
        String model = in.path("recognitionModel").asText("recognition_01");
        require(model.matches("recognition_0[1-4]"), "'recognitionModel' is invalid.");
        if (groups.putIfAbsent(id, new PersonGroup(model)) != null) {
            throw new Declined(409, "LargePersonGroupExists", "Large person group already exists.");
        }
        return Reply.empty(200);
    }

    private Reply deleteGroup(List<String> path) throws Declined {
        group(path);
        groups.remove(path.get(3));
        return Reply.empty(200);
    }

    private Reply createPerson(PersonGroup group, JsonNode in) throws Declined {
        String name = in.path("name").asText();
        require(!name.isEmpty() && name.length() <= 128, "'name' is empty or too long.");
        String id = newName();
        group.add(id, name);
        return Reply.ok(Reply.object().put("personId", id));
    }

    private Reply listPersons(PersonGroup group, Asked asked) throws Declined {
        String top = asked.asked("top", "1000");
        require(top.matches("\\d{1,4}"), "'top' is invalid.");
        int most = Integer.parseInt(top);
        require(most >= 1 && most <= 1000, "'top' is invalid.");
        return Reply.ok(group.list(asked.asked("start", ""), most));
    }

    private Reply addFace(PersonGroup group, String person, Asked asked)
            throws Declined, WorkException, InterruptedException {
        if (!(see(asked) instanceof Sight.Face face)) {
            throw new Declined(400, "InvalidImage", "No face detected in the image.");
        }
        String id = newName();
        group.addFace(person, id, face.vector());
        return Reply.ok(Reply.object().put("persistedFaceId", id));
    }

    private Reply train(PersonGroup group) {
        group.train(nextTraining, clock.instant(), trainingTakes);
        nextTraining = Schooling.SUCCEEDS;
        return Reply.empty(202);
    }

    private Reply detect(Asked asked) throws Declined, WorkException, InterruptedException {
        require(
                asked.asked("recognitionModel", "recognition_01").matches("recognition_0[1-4]"),
                "'recognitionModel' is invalid.");
        require(
                asked.asked("detectionModel", "detection_01").matches("detection_0[1-3]"),
                "'detectionModel' is invalid.");
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        if (see(asked) instanceof Sight.Face face) {
            ObjectNode found = out.addObject();
            if (Boolean.parseBoolean(asked.asked("returnFaceId", "true"))) {
                String id = newName();
                detected.put(id, face.vector());
                found.put("faceId", id);
            }
            found.set(
                    "faceRectangle",
                    Reply.object()
                            .put("top", 0)
                            .put("left", 0)
                            .put("width", face.width())
                            .put("height", face.height()));
        }
        return Reply.ok(out);
    }

    private Reply identify(JsonNode in) throws Declined {
        PersonGroup group = group(in.path("largePersonGroupId").asText());
        int most = in.path("maxNumOfCandidatesReturned").asInt(10);
        double threshold = in.path("confidenceThreshold").asDouble(0.5);
        int faces = in.path("faceIds").size();
        require(faces >= 1 && faces <= 10, "'faceIds' is invalid.");
        require(most >= 1 && most <= 100, "'maxNumOfCandidatesReturned' is invalid.");
        require(threshold >= 0 && threshold <= 1, "'confidenceThreshold' is invalid.");
        if (!group.isTrained(clock.instant())) {
            throw new Declined(
                    400, "LargePersonGroupNotTrained", "Large person group not trained.");
        }
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (JsonNode faceId : in.path("faceIds")) {
            VectorSet face = detected.get(faceId.asText());
            if (face == null) {
                throw new Declined(404, "FaceNotFound", "Face is not found.");
            }
            ObjectNode one = out.addObject().put("faceId", faceId.asText());
            ArrayNode list = one.putArray("candidates");
            candidates(group, face, threshold).stream().limit(most).forEach(list::add);
        }
        return Reply.ok(out);
    }

    private static List<ObjectNode> candidates(
            PersonGroup group, VectorSet face, double threshold) {
        var found = new ArrayList<ObjectNode>();
        group.trained()
                .forEach(
                        (person, faces) ->
                                faces.stream().mapToDouble(f -> Likeness.of(face, f)).max().stream()
                                        .filter(c -> c >= threshold)
                                        .forEach(
                                                c ->
                                                        found.add(
                                                                Reply.object()
                                                                        .put("personId", person)
                                                                        .put("confidence", c))));
        found.sort(
                Comparator.comparingDouble((ObjectNode c) -> c.path("confidence").asDouble())
                        .reversed());
        return found;
    }

    private Sight see(Asked asked) throws Declined, WorkException, InterruptedException {
        byte[] picture = asked.body();
        if (picture.length < SMALLEST_BYTES || picture.length > MOST_BYTES) {
            throw new Declined(
                    400,
                    "InvalidImageSize",
                    "Image size is too " + (picture.length < SMALLEST_BYTES ? "small." : "big."));
        }
        Sight sight = eye.look(picture);
        return switch (sight) {
            case Sight.NoPicture _ ->
                    throw new Declined(
                            400, "InvalidImage", "Decoding error, image format unsupported.");
            case Sight.Face f when Math.min(f.width(), f.height()) < SMALLEST_SIDE ->
                    new Sight.NoFace(f.width(), f.height());
            case Sight.Face _, Sight.NoFace _ -> sight;
        };
    }

    private static void require(boolean holds, String otherwise) throws Declined {
        if (!holds) {
            throw new Declined(400, "BadArgument", otherwise);
        }
    }

    /// The same requests get the same names.
    private String newName() {
        names++;
        return new UUID(0x5EED_0000_0000_4000L, 0x8000_0000_0000_0000L | names).toString();
    }

    private static Reply error(int status, String code, String message) {
        ObjectNode out = Reply.object();
        out.putObject("error").put("code", code).put("message", message);
        return new Reply(status, Map.of("x-ms-error-code", code), out.toString());
    }
}
