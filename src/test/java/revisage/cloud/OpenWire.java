package revisage.cloud;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import revisage.cloud.simulate.Mishap;
import revisage.cloud.simulate.Mishaps;
import revisage.cloud.simulate.NumberEye;
import revisage.cloud.simulate.Simulator;
import revisage.work.WorkException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A service, its simulator, and what a test of both needs.
public abstract class OpenWire {

    static final Duration PATIENT = Duration.ofSeconds(30);
    static final Duration HASTY = Duration.ofMillis(300);
    static final Picture ALICE = NumberEye.face(1, 0);
    static final String GALLERY = "revisage-test";

    final List<Call> paid = new ArrayList<>();
    final List<String> named = new ArrayList<>();
    final Toll toll =
            new Toll() {
                @Override
                public void pay(Call call) {
                    paid.add(call);
                }

                @Override
                public void named(String requestId) {
                    named.add(requestId);
                }
            };

    protected abstract Simulator.Service which();

    protected abstract CloudService open(CloudChoice choice, Duration patience)
            throws WorkException;

    /// The operation that enrols, in the provider's word.
    protected abstract String enrolling();

    /// The last operation of a search, in the provider's word.
    protected abstract String searching();

    /// The operation of a search that takes the picture, in the provider's word.
    protected abstract String looking();

    CloudService open(String address) throws WorkException {
        return open(address, PATIENT);
    }

    CloudService open(String address, Duration patience) throws WorkException {
        return open(
                new CloudChoice(
                        "any",
                        Optional.empty(),
                        Optional.of(Endpoint.of(address)),
                        Optional.empty()),
                patience);
    }

    Simulator simulator(Mishaps mishaps) throws WorkException {
        return Simulator.start(which(), 0, new NumberEye(), Simulator.Day.with(mishaps));
    }

    /// The nth request of this kind.
    static Mishaps one(String operation, long nth, Mishap mishap) {
        return (asked, _, number) ->
                asked.equals(operation) && number == nth
                        ? Optional.of(new Mishaps.Event(mishap, Optional.empty()))
                        : Optional.empty();
    }

    void enrol(CloudService service, String id, double... vector) throws Exception {
        assertInstanceOf(
                EnrolAnswer.Added.class,
                service.enrol(GALLERY, id, NumberEye.face(vector), Optional.empty(), toll));
    }

    static long total(Simulator simulator) {
        return simulator.requests().values().stream().mapToLong(n -> n).sum();
    }

    List<String> ids(CloudService service, int most, double threshold) throws Exception {
        var found =
                assertInstanceOf(
                        SearchAnswer.Found.class,
                        service.search(GALLERY, ALICE, most, threshold, toll));
        double top = service.card().percent() ? 100 : 1;
        double last = top;
        for (var each : found.likenesses()) {
            assertTrue(each.score() <= last && each.score() >= threshold);
            last = each.score();
        }
        return found.likenesses().stream().map(SearchAnswer.Likeness::externalId).toList();
    }
}
