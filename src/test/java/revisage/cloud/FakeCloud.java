package revisage.cloud;

import revisage.work.WorkException;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A service in memory, with faults and kills by dice. Its [World] outlives the client, as a real
/// one outlives a crash. A picture is one byte; faces are the more alike the nearer their bytes.
public final class FakeCloud implements CloudService {

    /// What happens to a request.
    public enum Blow {
        NONE,
        THROTTLED,
        UNAVAILABLE,
        TIMED_OUT_UNDONE,
        TIMED_OUT_DONE,
        MALFORMED,
        EXPIRED,
        KILLED_UNDONE,
        KILLED_DONE
    }

    /// The process is gone.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /// Decides what happens to the next request.
    public interface Fate {
        Blow next(Call call);
    }

    /// What the provider has.
    public static final class World {
        final Map<String, Map<String, List<Byte>>> galleries = new HashMap<>();
        public final List<Call> requests = new ArrayList<>();
        public final Map<String, Integer> added = new HashMap<>();
        final Map<String, Integer> persons = new HashMap<>();
        final Map<Byte, Integer> searched = new HashMap<>();
        boolean trained;
        String account = "test";

        public List<String> galleries() {
            return List.copyOf(galleries.keySet());
        }
    }

    private final World world;
    private final Fate fate;
    private final ServiceCard card;

    FakeCloud(World world, boolean azure, Fate fate) {
        this(world, card(azure, true), fate);
    }

    public FakeCloud(World world, ServiceCard card, Fate fate) {
        this.world = world;
        this.fate = fate;
        this.card = card;
    }

    static ServiceCard card(boolean azure, boolean simulator) {
        return new ServiceCard(
                azure ? "azure-face" : "rekognition",
                azure ? "Azure Face" : "Amazon Rekognition",
                "test",
                "nowhere",
                new Endpoint(URI.create("http://127.0.0.1:1")),
                simulator,
                azure ? "recognition_04" : "7",
                !azure,
                100,
                1_000,
                1e6,
                azure ? List.of(Call.CREATE_PERSON, Call.ADD_FACE) : List.of(Call.ADD_FACE),
                azure ? List.of(Call.DETECT, Call.SEARCH) : List.of(Call.SEARCH),
                3,
                azure);
    }

    /// Fate by dice: so many of a thousand requests meet a fault, or the end of the process.
    static Fate dice(long seed, int faults, int kills) {
        var random = new Random(seed);
        var usual =
                List.of(
                        Blow.THROTTLED,
                        Blow.UNAVAILABLE,
                        Blow.TIMED_OUT_UNDONE,
                        Blow.TIMED_OUT_DONE,
                        Blow.MALFORMED,
                        Blow.EXPIRED);
        return _ -> {
            int drawn = random.nextInt(1_000);
            if (drawn < kills) {
                return random.nextBoolean() ? Blow.KILLED_DONE : Blow.KILLED_UNDONE;
            }
            return drawn < kills + faults ? usual.get(random.nextInt(usual.size())) : Blow.NONE;
        };
    }

    /// These blows first, one a request; then none.
    public static Fate script(Blow... blows) {
        var left = new ArrayList<>(Arrays.asList(blows));
        return _ -> left.isEmpty() ? Blow.NONE : left.removeFirst();
    }

    private interface Deed<T> {
        T done() throws CloudException;
    }

    /// One request on the wire.
    private <T> T request(Call call, Toll toll, Deed<T> deed)
            throws WorkException, InterruptedException {
        toll.pay(call);
        Blow blow = fate.next(call);
        if (blow != Blow.KILLED_UNDONE) {
            world.requests.add(call);
        }
        switch (blow) {
            case THROTTLED ->
                    throw fault(new Fault.Throttled(Optional.of(Duration.ZERO)), "throttled");
            case UNAVAILABLE -> throw fault(new Fault.Unavailable(Optional.empty()), "down");
            case TIMED_OUT_UNDONE -> throw fault(new Fault.PerhapsDone(), "no answer");
            case EXPIRED -> throw fault(new Fault.CredentialsExpired(), "expired");
            case KILLED_UNDONE -> throw new Killed();
            case NONE, TIMED_OUT_DONE, MALFORMED, KILLED_DONE -> {}
        }
        T done = deed.done();
        if (blow == Blow.NONE) {
            toll.named("request-" + world.requests.size());
        }
        switch (blow) {
            case TIMED_OUT_DONE -> throw fault(new Fault.PerhapsDone(), "no answer");
            case MALFORMED -> throw fault(new Fault.Malformed(), "half an answer");
            case KILLED_DONE -> throw new Killed();
            case NONE, THROTTLED, UNAVAILABLE, TIMED_OUT_UNDONE, EXPIRED, KILLED_UNDONE -> {}
        }
        return done;
    }

    private static CloudException fault(Fault fault, String why) {
        return new CloudException(fault, "The service is " + why + ".", "Wait.");
    }

    private Map<String, List<Byte>> gallery(String name) throws CloudException {
        var there = world.galleries.get(name);
        if (there == null) {
            throw fault(new Fault.GalleryMissing(), "without that gallery");
        }
        return there;
    }

    @Override
    public ServiceCard card() {
        return card;
    }

    @Override
    public Optional<String> test(Toll toll) throws WorkException, InterruptedException {
        return request(Call.TEST, toll, () -> Optional.of(world.account));
    }

    @Override
    public void create(String gallery, Toll toll) throws WorkException, InterruptedException {
        var _ =
                request(
                        Call.CREATE_GALLERY,
                        toll,
                        () -> world.galleries.computeIfAbsent(gallery, _ -> new LinkedHashMap<>()));
    }

    @Override
    public EnrolAnswer enrol(
            String gallery, String externalId, Picture picture, Optional<Enrolled> half, Toll toll)
            throws WorkException, InterruptedException {
        if (card.trains() && half.isEmpty()) {
            request(
                    Call.CREATE_PERSON,
                    toll,
                    () -> {
                        world.persons.merge(externalId, 1, Integer::sum);
                        return gallery(gallery).computeIfAbsent(externalId, _ -> new ArrayList<>());
                    });
        }
        return request(
                Call.ADD_FACE,
                toll,
                () -> {
                    byte shade = picture.bytes()[0];
                    if (shade == 0) {
                        return new EnrolAnswer.NoFace();
                    }
                    gallery(gallery).computeIfAbsent(externalId, _ -> new ArrayList<>()).add(shade);
                    world.added.merge(externalId, 1, Integer::sum);
                    return new EnrolAnswer.Added(new Enrolled(externalId, externalId, 1));
                });
    }

    @Override
    public void train(String gallery, Toll toll) throws WorkException, InterruptedException {
        world.trained = request(Call.TRAIN, toll, () -> true);
    }

    @Override
    public Training training(String gallery, Toll toll) throws WorkException, InterruptedException {
        return request(
                Call.ASK_TRAINING, toll, () -> world.trained ? Training.DONE : Training.RUNNING);
    }

    @Override
    public List<Enrolled> enrolled(String gallery, Toll toll)
            throws WorkException, InterruptedException {
        var all = new ArrayList<Enrolled>();
        int pages = Math.max(1, Math.ceilDiv(gallery(gallery).size(), card.listPage()));
        for (int page = 0; page < pages; page++) {
            request(Call.LIST, toll, () -> true);
        }
        gallery(gallery).forEach((id, faces) -> all.add(new Enrolled(id, id, faces.size())));
        return all;
    }

    @Override
    public SearchAnswer search(
            String gallery, Picture picture, int most, double threshold, Toll toll)
            throws WorkException, InterruptedException {
        byte shade = picture.bytes()[0];
        if (card.trains()) {
            request(Call.DETECT, toll, () -> true);
        }
        return request(
                Call.SEARCH,
                toll,
                () -> {
                    world.searched.merge(shade, 1, Integer::sum);
                    return shade == 0
                            ? new SearchAnswer.NoFace()
                            : new SearchAnswer.Found(likenesses(gallery(gallery), shade, most));
                });
    }

    private List<SearchAnswer.Likeness> likenesses(
            Map<String, List<Byte>> gallery, byte shade, int most) {
        return gallery.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(
                        e -> {
                            double alike = 1 - Math.abs(e.getValue().getFirst() - shade) / 255.0;
                            return new SearchAnswer.Likeness(
                                    e.getKey(), card.percent() ? 100 * alike : alike);
                        })
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .limit(most)
                .toList();
    }

    @Override
    public void delete(String gallery, Toll toll) throws WorkException, InterruptedException {
        var _ =
                request(
                        Call.DELETE_GALLERY,
                        toll,
                        () -> Optional.ofNullable(world.galleries.remove(gallery)));
    }

    @Override
    public boolean exists(String gallery, Toll toll) throws WorkException, InterruptedException {
        return request(Call.ASK_GALLERY, toll, () -> world.galleries.containsKey(gallery));
    }

    @Override
    public void close() {}
}
