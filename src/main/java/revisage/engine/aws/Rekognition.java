package revisage.engine.aws;

import revisage.cloud.Call;
import revisage.cloud.CloudChoice;
import revisage.cloud.CloudException;
import revisage.cloud.CloudService;
import revisage.cloud.EnrolAnswer;
import revisage.cloud.Enrolled;
import revisage.cloud.Fault;
import revisage.cloud.Picture;
import revisage.cloud.SearchAnswer;
import revisage.cloud.ServiceCard;
import revisage.cloud.Toll;
import revisage.cloud.Training;
import revisage.work.Work;
import revisage.work.WorkException;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.DescribeCollectionResponse;
import software.amazon.awssdk.services.rekognition.model.Face;
import software.amazon.awssdk.services.rekognition.model.FaceMatch;
import software.amazon.awssdk.services.rekognition.model.Image;
import software.amazon.awssdk.services.rekognition.model.ImageTooLargeException;
import software.amazon.awssdk.services.rekognition.model.IndexFacesResponse;
import software.amazon.awssdk.services.rekognition.model.InvalidImageFormatException;
import software.amazon.awssdk.services.rekognition.model.InvalidParameterException;
import software.amazon.awssdk.services.rekognition.model.ListFacesResponse;
import software.amazon.awssdk.services.rekognition.model.QualityFilter;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rekognition.model.SearchFacesByImageResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Amazon Rekognition: one collection a gallery, one face a picture.
///
/// The SDK's own retries are off (see [CloudService]) and its quality filter too: the study is
/// about what the recognition makes of a face. Asking twice to index one picture under one external
/// id makes one face (API reference of IndexFaces).
public final class Rekognition implements CloudService {

    /// For [CloudChoice#provider()].
    public static final String PROVIDER = "rekognition";

    static final String TITLE = "Amazon Rekognition";

    private static final String CURRENT_MODEL = "current face model";
    private static final int MOST_ANSWERS = 4096;
    private static final int LIST_PAGE = 4096;
    private static final int LARGEST_BYTES = 5 << 20;
    private static final Set<String> FAST_REGIONS = Set.of("us-east-1", "us-west-2", "eu-west-1");

    private final RekognitionAccount account;
    private final AwsClients clients;
    private String model = CURRENT_MODEL;

    private Rekognition(RekognitionAccount account, AwsClients clients) {
        this.account = account;
        this.clients = clients;
    }

    /// Finds the account in the standard chains; sends nothing to the service.
    ///
    /// @param choice its endpoint may be a simulator's, which gets no credentials
    /// @param patience how long to wait for one answer
    /// @return the caller closes it
    /// @throws CloudException [Fault.AccessDenied] if there are no credentials or no region
    public static Rekognition open(CloudChoice choice, Duration patience) throws CloudException {
        RekognitionAccount account = RekognitionAccount.find(choice);
        return new Rekognition(account, new AwsClients(account, patience));
    }

    @Override
    public ServiceCard card() {
        return new ServiceCard(
                PROVIDER,
                TITLE,
                account.name(),
                account.region().id(),
                account.endpoint(),
                account.endpoint().isLoopback(),
                CURRENT_MODEL,
                true,
                MOST_ANSWERS,
                LARGEST_BYTES,
                FAST_REGIONS.contains(account.region().id()) ? 50 : 5,
                List.of(Call.ADD_FACE),
                List.of(Call.SEARCH),
                LIST_PAGE,
                false);
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Optional<String> test(Toll toll) throws WorkException, InterruptedException {
        var listed =
                plainly(Call.TEST, toll, () -> rekognition().listCollections(r -> r.maxResults(1)));
        require(listed.hasCollectionIds(), "no list of collections");
        if (account.endpoint().isLoopback()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                plainly(Call.TEST, toll, () -> clients.sts().getCallerIdentity()).account());
    }

    @Override
    public void create(String gallery, Toll toll) throws WorkException, InterruptedException {
        try {
            model =
                    told(
                            ask(
                                            Call.CREATE_GALLERY,
                                            toll,
                                            () ->
                                                    rekognition()
                                                            .createCollection(
                                                                    r -> r.collectionId(gallery)))
                                    .faceModelVersion());
        } catch (Answered e) {
            if (!(e.said instanceof ResourceAlreadyExistsException)) {
                throw e.complaint;
            }
            model = told(describe(gallery, toll).faceModelVersion());
        }
    }

    @Override
    public EnrolAnswer enrol(
            String gallery, String externalId, Picture picture, Optional<Enrolled> half, Toll toll)
            throws WorkException, InterruptedException {
        try {
            return enrolled(
                    externalId,
                    ask(
                            Call.ADD_FACE,
                            toll,
                            () ->
                                    rekognition()
                                            .indexFaces(
                                                    r ->
                                                            r.collectionId(gallery)
                                                                    .externalImageId(externalId)
                                                                    .maxFaces(1)
                                                                    .qualityFilter(
                                                                            QualityFilter.NONE)
                                                                    .image(image(picture)))));
        } catch (Answered e) {
            return new EnrolAnswer.Refused(refusal(e));
        }
    }

    private EnrolAnswer enrolled(String externalId, IndexFacesResponse answer)
            throws CloudException {
        require(answer.hasFaceRecords() || answer.hasUnindexedFaces(), "nothing about faces");
        model = told(answer.faceModelVersion());
        if (answer.faceRecords().isEmpty()) {
            return answer.unindexedFaces().isEmpty()
                    ? new EnrolAnswer.NoFace()
                    : new EnrolAnswer.Refused(
                            "left out for "
                                    + answer.unindexedFaces().getFirst().reasonsAsStrings());
        }
        Face face = answer.faceRecords().getFirst().face();
        require(
                answer.faceRecords().size() == 1
                        && face != null
                        && face.faceId() != null
                        && externalId.equals(face.externalImageId()),
                "another face than the one sent");
        return new EnrolAnswer.Added(new Enrolled(externalId, face.faceId(), 1));
    }

    @Override
    public void train(String gallery, Toll toll) {
        // Rekognition wants no training.
    }

    @Override
    public Training training(String gallery, Toll toll) {
        return Training.DONE;
    }

    @Override
    public List<Enrolled> enrolled(String gallery, Toll toll)
            throws WorkException, InterruptedException {
        var all = new ArrayList<Enrolled>();
        var seen = new HashSet<String>();
        Optional<String> next = Optional.empty();
        do {
            Optional<String> from = next;
            ListFacesResponse page =
                    plainly(
                            Call.LIST,
                            toll,
                            () ->
                                    rekognition()
                                            .listFaces(
                                                    r ->
                                                            r.collectionId(gallery)
                                                                    .maxResults(LIST_PAGE)
                                                                    .nextToken(from.orElse(null))));
            require(page.hasFaces(), "no list of faces");
            for (Face face : page.faces()) {
                require(face.faceId() != null, "a face without an id");
                String externalId = Optional.ofNullable(face.externalImageId()).orElse("");
                all.add(new Enrolled(externalId, face.faceId(), 1));
            }
            next = Optional.ofNullable(page.nextToken());
            require(next.map(seen::add).orElse(true), "a list that runs in a circle");
            Work.pausePoint();
        } while (next.isPresent());
        return all;
    }

    @Override
    public SearchAnswer search(
            String gallery, Picture picture, int most, double threshold, Toll toll)
            throws WorkException, InterruptedException {
        if (most < 1 || most > MOST_ANSWERS || !(threshold >= 0 && threshold <= 100)) {
            throw new IllegalArgumentException(most + " answers above " + threshold);
        }
        try {
            return found(
                    ask(
                            Call.SEARCH,
                            toll,
                            () ->
                                    rekognition()
                                            .searchFacesByImage(
                                                    r ->
                                                            r.collectionId(gallery)
                                                                    .maxFaces(most)
                                                                    .faceMatchThreshold(
                                                                            (float) threshold)
                                                                    .qualityFilter(
                                                                            QualityFilter.NONE)
                                                                    .image(image(picture)))));
        } catch (Answered e) {
            // The one thing that only the message tells.
            boolean noFace =
                    e.said instanceof InvalidParameterException
                            && String.valueOf(e.said.getMessage()).contains("no faces");
            return noFace ? new SearchAnswer.NoFace() : new SearchAnswer.Refused(refusal(e));
        }
    }

    private SearchAnswer found(SearchFacesByImageResponse answer) throws CloudException {
        require(answer.hasFaceMatches(), "no list of matches");
        model = told(answer.faceModelVersion());
        var likenesses = new ArrayList<SearchAnswer.Likeness>();
        for (FaceMatch match : answer.faceMatches()) {
            Float score = match.similarity();
            require(
                    score != null && score >= 0 && score <= 100 && match.face() != null,
                    "a match without a face or a percentage");
            String externalId = match.face().externalImageId();
            require(externalId != null, "a face that was not enrolled by this program");
            likenesses.add(new SearchAnswer.Likeness(externalId, score));
        }
        return new SearchAnswer.Found(likenesses);
    }

    @Override
    public void delete(String gallery, Toll toll) throws WorkException, InterruptedException {
        try {
            var answer =
                    ask(
                            Call.DELETE_GALLERY,
                            toll,
                            () -> rekognition().deleteCollection(r -> r.collectionId(gallery)));
            require(answer.statusCode() != null, "no word on the deletion");
        } catch (Answered e) {
            if (!(e.said instanceof ResourceNotFoundException)) {
                throw e.complaint;
            }
        }
    }

    @Override
    public boolean exists(String gallery, Toll toll) throws WorkException, InterruptedException {
        try {
            told(describe(gallery, toll).faceModelVersion());
            return true;
        } catch (CloudException e) {
            if (e.fault() instanceof Fault.GalleryMissing) {
                return false;
            }
            throw e;
        }
    }

    private DescribeCollectionResponse describe(String gallery, Toll toll)
            throws WorkException, InterruptedException {
        return plainly(
                Call.ASK_GALLERY,
                toll,
                () -> rekognition().describeCollection(r -> r.collectionId(gallery)));
    }

    @Override
    public void close() {
        clients.close();
    }

    private RekognitionClient rekognition() {
        return clients.rekognition();
    }

    private static Image image(Picture picture) {
        return Image.builder().bytes(SdkBytes.fromByteArrayUnsafe(picture.bytes())).build();
    }

    private static String refusal(Answered e) throws CloudException {
        return switch (e.said) {
            case InvalidImageFormatException _ -> "not a format that the service reads";
            case ImageTooLargeException _ -> "too large for the service";
            case InvalidParameterException _ -> "too small, or not a picture of a kind it takes";
            default -> throw e.complaint;
        };
    }

    private static String told(String modelVersion) throws CloudException {
        require(modelVersion != null, "no version of the face model");
        return modelVersion;
    }

    private static void require(boolean holds, String otherwise) throws CloudException {
        if (!holds) {
            throw RekognitionFaults.malformed(otherwise);
        }
    }

    /// The service answered, and not with what was asked for.
    private static final class Answered extends Exception {

        private static final long serialVersionUID = 1;

        private final transient RekognitionException said;
        private final transient CloudException complaint;

        Answered(RekognitionException said, CloudException complaint) {
            super(null, null, false, false);
            this.said = said;
            this.complaint = complaint;
        }
    }

    /// [#ask] where every answer but the one asked for is a fault.
    private <R> R plainly(Call call, Toll toll, Supplier<R> request)
            throws WorkException, InterruptedException {
        try {
            return ask(call, toll, request);
        } catch (Answered e) {
            throw e.complaint;
        }
    }

    private <R> R ask(Call call, Toll toll, Supplier<R> request)
            throws Answered, WorkException, InterruptedException {
        clients.requireCredentials();
        toll.pay(call);
        try {
            R answer = clients.answer(request);
            clients.look(toll);
            return answer;
        } catch (SdkException e) {
            if (RekognitionFaults.isStop(e)) {
                throw Work.stopped();
            }
            clients.look(toll);
            CloudException complaint = RekognitionFaults.of(e, call);
            if (e instanceof RekognitionException r && r.statusCode() < 500) {
                throw new Answered(r, complaint);
            }
            throw complaint;
        }
    }
}
