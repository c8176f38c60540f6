package revisage.cloud.simulate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import revisage.cloud.SimulatorLabel;
import revisage.work.WorkException;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A face recognition service on this machine, and only for this machine: it listens on the
/// loopback address. What was enrolled is kept in memory and gone when it ends.
///
/// Every answer carries the [SimulatorLabel].
public final class Simulator implements AutoCloseable {

    private static final Duration HANG = Duration.ofSeconds(60);
    private static final String AMAZONS_ID = "x-amzn-RequestId";
    private static final String AZURES_ID = "apim-request-id";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Protocol protocol;
    private final String label;
    private final Mishaps mishaps;
    private final Quota quota;
    private final Lock oneAtATime = new ReentrantLock();
    private final Map<String, Long> requests = new TreeMap<>();
    private final AtomicLong handled = new AtomicLong();

    private Simulator(HttpServer server, Protocol protocol, String label, Day day) {
        this.server = server;
        this.protocol = protocol;
        this.label = label;
        this.mishaps = day.mishaps();
        this.quota = new Quota(day.perSecond(), day.clock());
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// What a simulator's day is like.
    ///
    /// @param perSecond requests that it allows; empty for any number
    /// @param training how long a training takes
    /// @param clock for quota and training
    public record Day(
            Mishaps mishaps, OptionalDouble perSecond, Duration training, InstantSource clock) {

        /// Nothing goes wrong, nothing takes time.
        public static Day quiet() {
            return with(Mishaps.none());
        }

        /// Only these go wrong.
        public static Day with(Mishaps mishaps) {
            return new Day(mishaps, OptionalDouble.empty(), Duration.ZERO, InstantSource.system());
        }
    }

    /// Which service.
    public enum Service {
        /// Amazon Rekognition.
        REKOGNITION,
        /// Azure Face.
        AZURE
    }

    /// Begins to answer. The caller closes it; the eye stays open.
    ///
    /// @param port 0 for any free one
    /// @throws SimulatorException if the port is taken
    public static Simulator start(Service service, int port, Eye eye, Day day)
            throws SimulatorException {
        Protocol protocol =
                switch (service) {
                    case REKOGNITION -> new RekognitionProtocol(eye);
                    case AZURE -> new AzureFaceProtocol(eye, day.training(), day.clock());
                };
        try {
            InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            var address = new InetSocketAddress(here, port);
            return new Simulator(HttpServer.create(address, 0), protocol, eye.name(), day);
        } catch (BindException _) {
            throw new SimulatorException(
                    "Port %d is in use by another program.".formatted(port),
                    "Name another with --port, or leave it out for any free one.");
        } catch (IOException e) {
            throw new SimulatorException(
                    "This machine does not let a server start (%s).".formatted(e.getMessage()),
                    "Look at its firewall.");
        }
    }

    /// Where it listens: `http://127.0.0.1:PORT`.
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// How many requests came in, by operation, whatever became of them.
    public Map<String, Long> requests() {
        oneAtATime.lock();
        try {
            return Map.copyOf(requests);
        } finally {
            oneAtATime.unlock();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set(SimulatorLabel.HEADER, label);
            var asked = new Asked(exchange);
            String id = "simulated-" + handled.incrementAndGet();
            exchange.getResponseHeaders().set(isAmazons(asked) ? AMAZONS_ID : AZURES_ID, id);
            Outcome outcome = outcome(asked);
            deliver(exchange, asked, outcome);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was done, and what then happens to the answer.
    private record Outcome(Reply reply, Optional<Mishaps.Event> later) {}

    private Outcome outcome(Asked asked) throws InterruptedException {
        oneAtATime.lock();
        try {
            String operation = protocol.operation(asked);
            long nth = requests.merge(operation, 1L, Long::sum);
            long number = requests.values().stream().mapToLong(n -> n).sum();
            Optional<Mishaps.Event> event = mishaps.at(operation, number, nth);
            Optional<Refusal> refused = event.flatMap(Simulator::refusal);
            if (refused.isPresent()) {
                return new Outcome(protocol.refuse(refused.get()), Optional.empty());
            }
            if (event.filter(e -> e.mishap() == Mishap.DROPPED).isPresent()) {
                return new Outcome(Reply.empty(200), event);
            }
            if (!protocol.signed(asked)) {
                return new Outcome(protocol.refuse(new Refusal.Unsigned()), Optional.empty());
            }
            if (!quota.allows()) {
                var throttled = new Refusal.Throttled(Optional.of(Duration.ofSeconds(1)));
                return new Outcome(protocol.refuse(throttled), Optional.empty());
            }
            event.ifPresent(this::prepare);
            return new Outcome(protocol.answer(asked), event);
        } catch (WorkException _) {
            return new Outcome(protocol.refuse(new Refusal.Broken()), Optional.empty());
        } finally {
            oneAtATime.unlock();
        }
    }

    /// What keeps the work from being begun.
    private static Optional<Refusal> refusal(Mishaps.Event event) {
        return switch (event.mishap()) {
            case THROTTLE -> Optional.of(new Refusal.Throttled(event.seconds()));
            case UNAVAILABLE -> Optional.of(new Refusal.Unavailable());
            case ERROR -> Optional.of(new Refusal.Broken());
            case EXPIRED -> Optional.of(new Refusal.Expired());
            case DENIED -> Optional.of(new Refusal.Denied());
            case NOT_APPROVED -> Optional.of(new Refusal.NotApproved());
            case QUOTA -> Optional.of(new Refusal.QuotaUsedUp());
            case BAD_PICTURE -> Optional.of(new Refusal.BadPicture());
            case ERROR_AFTER_WORK,
                    DROPPED,
                    LOST,
                    HANG,
                    CUT_OFF,
                    GARBAGE,
                    EMPTY,
                    GONE,
                    TRAINING_FAILS,
                    TRAINING_NEVER_ENDS ->
                    Optional.empty();
        };
    }

    private void prepare(Mishaps.Event event) {
        switch (event.mishap()) {
            case GONE -> protocol.forget();
            case TRAINING_FAILS -> protocol.nextTraining(Protocol.Schooling.FAILS);
            case TRAINING_NEVER_ENDS -> protocol.nextTraining(Protocol.Schooling.NEVER_ENDS);
            default -> {}
        }
    }

    /// Nothing is answered where the connection breaks: closing the exchange does that.
    private void deliver(HttpExchange exchange, Asked asked, Outcome outcome)
            throws IOException, InterruptedException {
        Reply reply = outcome.reply();
        if (outcome.later().isEmpty()) {
            send(exchange, asked, reply, 1);
            return;
        }
        Mishaps.Event event = outcome.later().get();
        switch (event.mishap()) {
            case DROPPED, LOST -> {}
            case ERROR_AFTER_WORK ->
                    send(exchange, asked, protocol.refuse(new Refusal.Broken()), 1);
            case HANG -> {
                Thread.sleep(event.seconds().orElse(HANG));
                send(exchange, asked, reply, 1);
            }
            case CUT_OFF -> send(exchange, asked, reply, 0.5);
            case GARBAGE -> send(exchange, asked, new Reply(200, Map.of(), "<html>oops"), 1);
            case EMPTY -> send(exchange, asked, new Reply(200, Map.of(), "{}"), 1);
            default -> send(exchange, asked, reply, 1);
        }
    }

    /// @param share of the body that is really sent, 0..1
    private static void send(HttpExchange exchange, Asked asked, Reply reply, double share)
            throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", type(asked));
        if (body.length == 0) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body, 0, (int) (body.length * share));
        exchange.getResponseBody().flush();
    }

    private static boolean isAmazons(Asked asked) {
        return asked.header("X-Amz-Target").isPresent();
    }

    private static String type(Asked asked) {
        return isAmazons(asked) ? "application/x-amz-json-1.1" : "application/json; charset=utf-8";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
