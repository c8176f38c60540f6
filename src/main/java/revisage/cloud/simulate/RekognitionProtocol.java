package revisage.cloud.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import revisage.vector.VectorSet;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// Amazon Rekognition, the part with collections: AWS JSON 1.1 over POST, the operation in
/// `X-Amz-Target`.
///
/// As the API reference has it, the same picture under the same external id is not enrolled twice.
/// Signatures are not checked, only that there is one.
final class RekognitionProtocol implements Protocol {

    static final int MOST_BYTES = 5 << 20;

    private static final int SMALLEST_SIDE = 80;
    private static final int MOST_FACES = 4096;
    private static final String TARGET = "RekognitionService.";
    private static final Pattern COLLECTION = Pattern.compile("[a-zA-Z0-9_.\\-]{1,255}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[a-zA-Z0-9_.\\-:]{1,255}");

    private final Eye eye;
    private final String model;
    private final Map<String, Map<String, Enrolled>> collections = new TreeMap<>();

    RekognitionProtocol(Eye eye) {
        this.eye = eye;
        this.model = "7.0-simulated-" + eye.name();
    }

    private record Enrolled(String faceId, String externalId, VectorSet vector) {}

    /// Stops the handling of one request.
    private static final class Declined extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Reply reply;

        Declined(String type, String message) {
            super(type, null, false, false);
            reply = error(400, type, message);
        }
    }

    @Override
    public String operation(Asked asked) {
        String target = asked.header("X-Amz-Target").orElse("");
        return target.startsWith(TARGET) ? target.substring(TARGET.length()) : "unknown";
    }

    @Override
    public boolean signed(Asked asked) {
        return asked.header("Authorization").orElse("").startsWith("AWS4-HMAC-SHA256 ");
    }

    @Override
    public Reply answer(Asked asked) throws WorkException, InterruptedException {
        JsonNode in = asked.json();
        try {
            return switch (operation(asked)) {
                case "CreateCollection" -> create(in);
                case "DescribeCollection" -> describe(in);
                case "ListCollections" -> listCollections(in);
                case "IndexFaces" -> index(in);
                case "SearchFacesByImage" -> search(in);
                case "ListFaces" -> list(in);
                case "DeleteFaces" -> deleteFaces(in);
                case "DeleteCollection" -> delete(in);
                default -> error(400, "UnknownOperationException", "No such operation.");
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
                    error(503, "ServiceUnavailableException", "Service is unavailable.");
            case Refusal.Broken _ ->
                    error(500, "InternalServerError", "Amazon Rekognition had an internal error.");
            case Refusal.Unsigned _ ->
                    error(403, "MissingAuthenticationTokenException", "Missing signature.");
            case Refusal.Expired _ ->
                    error(
                            400,
                            "ExpiredTokenException",
                            "The security token included in the request is expired");
            case Refusal.Denied _, Refusal.NotApproved _ ->
                    error(
                            400,
                            "AccessDeniedException",
                            "User: arn:aws:iam::123456789012:user/someone is not authorized");
            case Refusal.QuotaUsedUp _ ->
                    error(400, "ServiceQuotaExceededException", "Quota exceeded.");
            case Refusal.BadPicture _ ->
                    error(400, "InvalidImageFormatException", "Request has invalid image format");
        };
    }

    private static Reply throttled(Refusal.Throttled how) {
        Reply plain =
                error(
                        400,
                        "ProvisionedThroughputExceededException",
                        "Provisioned rate exceeded; slow down");
        return how.after()
                .map(a -> new Reply(400, Map.of("Retry-After", "" + a.toSeconds()), plain.body()))
                .orElse(plain);
    }

    @Override
    public void nextTraining(Schooling how) {
        // Rekognition wants no training.
    }

    @Override
    public void forget() {
        collections.clear();
    }

    private Reply create(JsonNode in) throws Declined {
        String id = in.path("CollectionId").asText();
        require(COLLECTION.matcher(id).matches(), "CollectionId is not valid");
        if (collections.putIfAbsent(id, new LinkedHashMap<>()) != null) {
            throw new Declined(
                    "ResourceAlreadyExistsException", "The collection already exists: " + id);
        }
        return Reply.ok(
                Reply.object()
                        .put("StatusCode", 200)
                        .put("CollectionArn", arn(id))
                        .put("FaceModelVersion", model));
    }

    private static String arn(String id) {
        return "arn:aws:rekognition:simulated:000000000000:collection/" + id;
    }

    private Reply describe(JsonNode in) throws Declined {
        String id = in.path("CollectionId").asText();
        return Reply.ok(
                Reply.object()
                        .put("FaceCount", collection(in).size())
                        .put("FaceModelVersion", model)
                        .put("CollectionARN", arn(id)));
    }

    private Reply listCollections(JsonNode in) throws Declined {
        List<String> names = List.copyOf(collections.keySet());
        Page page = new Page(in, names.size());
        ObjectNode out = Reply.object();
        ArrayNode ids = out.putArray("CollectionIds");
        ArrayNode models = out.putArray("FaceModelVersions");
        for (String name : names.subList(page.from, page.to)) {
            ids.add(name);
            models.add(model);
        }
        return Reply.ok(page.continued(out));
    }

    private Reply index(JsonNode in) throws Declined, WorkException, InterruptedException {
        Map<String, Enrolled> faces = collection(in);
        String externalId = in.path("ExternalImageId").asText();
        require(EXTERNAL_ID.matcher(externalId).matches(), "ExternalImageId is not valid");
        ObjectNode out = Reply.object().put("FaceModelVersion", model);
        ArrayNode records = out.putArray("FaceRecords");
        out.putArray("UnindexedFaces");
        if (see(in) instanceof Sight.Face seen) {
            String faceId = uuid(externalId, in.path("Image").path("Bytes").asText());
            faces.put(faceId, new Enrolled(faceId, externalId, seen.vector()));
            records.addObject().set("Face", face(faces.get(faceId)));
        }
        return Reply.ok(out);
    }

    private Reply search(JsonNode in) throws Declined, WorkException, InterruptedException {
        Map<String, Enrolled> faces = collection(in);
        int most = in.path("MaxFaces").asInt(MOST_FACES);
        double threshold = in.path("FaceMatchThreshold").asDouble(80);
        require(most >= 1 && most <= MOST_FACES, "MaxFaces is 1 to 4096");
        require(threshold >= 0 && threshold <= 100, "FaceMatchThreshold is 0 to 100");
        if (!(see(in) instanceof Sight.Face probe)) {
            throw new Declined(
                    "InvalidParameterException",
                    "There are no faces in the image. Should be at least 1.");
        }
        record Match(Enrolled face, double similarity) {}
        var matches = new ArrayList<Match>();
        for (Enrolled each : faces.values()) {
            double similarity = 100 * Likeness.of(probe.vector(), each.vector());
            if (similarity >= threshold) {
                matches.add(new Match(each, similarity));
            }
        }
        matches.sort(Comparator.comparingDouble(Match::similarity).reversed());
        ObjectNode out = Reply.object().put("FaceModelVersion", model);
        out.set("SearchedFaceBoundingBox", box());
        out.put("SearchedFaceConfidence", 100.0);
        ArrayNode list = out.putArray("FaceMatches");
        for (Match match : matches.subList(0, Math.min(most, matches.size()))) {
            list.addObject().put("Similarity", match.similarity()).set("Face", face(match.face()));
        }
        return Reply.ok(out);
    }

    private Reply list(JsonNode in) throws Declined {
        List<Enrolled> faces = List.copyOf(collection(in).values());
        Page page = new Page(in, faces.size());
        ObjectNode out = Reply.object().put("FaceModelVersion", model);
        ArrayNode list = out.putArray("Faces");
        faces.subList(page.from, page.to).forEach(f -> list.add(face(f)));
        return Reply.ok(page.continued(out));
    }

    private Reply deleteFaces(JsonNode in) throws Declined {
        Map<String, Enrolled> faces = collection(in);
        ObjectNode out = Reply.object();
        ArrayNode deleted = out.putArray("DeletedFaces");
        for (JsonNode id : in.path("FaceIds")) {
            if (faces.remove(id.asText()) != null) {
                deleted.add(id.asText());
            }
        }
        return Reply.ok(out);
    }

    private Reply delete(JsonNode in) throws Declined {
        collection(in);
        collections.remove(in.path("CollectionId").asText());
        return Reply.ok(Reply.object().put("StatusCode", 200));
    }

    private Map<String, Enrolled> collection(JsonNode in) throws Declined {
        String id = in.path("CollectionId").asText();
        Map<String, Enrolled> found = collections.get(id);
        if (found == null) {
            throw new Declined(
                    "ResourceNotFoundException", "The collection id: " + id + " does not exist");
        }
        return found;
    }

    private Sight see(JsonNode in) throws Declined, WorkException, InterruptedException {
        byte[] picture;
        try {
            picture = in.path("Image").path("Bytes").binaryValue();
        } catch (IOException _) {
            picture = new byte[0];
        }
        require(picture != null && picture.length > 0, "Image is missing");
        if (picture.length > MOST_BYTES) {
            throw new Declined("ImageTooLargeException", "Image size is too large");
        }
        Sight sight = eye.look(picture);
        switch (sight) {
            case Sight.NoPicture _ ->
                    throw new Declined(
                            "InvalidImageFormatException", "Request has invalid image format");
            case Sight.Face f -> requireSize(f.width(), f.height());
            case Sight.NoFace n -> requireSize(n.width(), n.height());
        }
        return sight;
    }

    private static void requireSize(int width, int height) throws Declined {
        require(Math.min(width, height) >= SMALLEST_SIDE, "Minimum image side is 80 pixels");
    }

    private static void require(boolean holds, String otherwise) throws Declined {
        if (!holds) {
            throw new Declined("InvalidParameterException", otherwise);
        }
    }

    private ObjectNode face(Enrolled enrolled) {
        ObjectNode face =
                Reply.object()
                        .put("FaceId", enrolled.faceId())
                        .put("ImageId", enrolled.faceId())
                        .put("ExternalImageId", enrolled.externalId())
                        .put("Confidence", 100.0)
                        .put("IndexFacesModelVersion", model);
        face.set("BoundingBox", box());
        return face;
    }

    private static ObjectNode box() {
        return Reply.object().put("Left", 0.1).put("Top", 0.1).put("Width", 0.8).put("Height", 0.8);
    }

    private static String uuid(String externalId, String picture) {
        String text = externalId + " " + picture;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Reply error(int status, String type, String message) {
        return Reply.of(status, Reply.object().put("__type", type).put("message", message));
    }

    /// A stretch of a list: `NextToken` is where it begins.
    private static final class Page {

        /// Fewer than may be asked for, as a service may give.
        private static final int MOST = 100;

        private final int from;
        private final int to;
        private final int size;

        Page(JsonNode in, int size) throws Declined {
            this.size = size;
            String token = in.path("NextToken").asText("");
            int most = in.path("MaxResults").asInt(MOST);
            require(most >= 1 && most <= 4096, "MaxResults is 1 to 4096");
            if (!token.matches("\\d{0,9}")) {
                throw new Declined("InvalidPaginationTokenException", "Invalid token");
            }
            from = token.isEmpty() ? 0 : Math.min(size, Integer.parseInt(token));
            to = Math.min(size, from + Math.min(most, MOST));
        }

        ObjectNode continued(ObjectNode out) {
            return to < size ? out.put("NextToken", Integer.toString(to)) : out;
        }
    }
}
