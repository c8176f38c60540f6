package revisage.cloud;

import revisage.work.Progress;
import revisage.work.WorkException;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Deletes what a job left at a service, and asks the service whether it is gone. Sends no picture,
/// so it needs no consent.
///
/// @param service stays the caller's
/// @param patience with a service that fails
public record CloudCleaning(CloudService service, Patience patience) {

    private static final int ATTEMPTS = 3;

    /// Cleans up a job that will not be gone on with. What a simulator held is gone with it.
    ///
    /// @param folder of the job
    /// @return requests that left, over all runs of the job
    public long run(Path folder, Limit limit, Consumer<? super CloudEvent> events)
            throws WorkException, InterruptedException {
        try (var ledger = Ledger.open(folder, limit.digest())) {
            if (ledger.deleted().isEmpty() && isSimulatorThatEnded()) {
                ledger.write(LedgerLine.Deleted.today()); // it kept all in its memory
            } else if (ledger.deleted().isEmpty()) {
                var till = new Till(ledger, limit, events);
                till.clean();
                if (ledger.account().isPresent()) {
                    // In another account the gallery would seem to be gone.
                    ledger.holdTo(patience.ask(() -> service.test(till), true, events));
                }
                run(limit.gallery(), ledger, till, events);
            }
            ledger.writeRequests(folder, limit.terms());
            return ledger.sent();
        }
    }

    /// Whether nobody listens any more where the simulator was.
    private boolean isSimulatorThatEnded() {
        if (!service.card().simulator()) {
            return false;
        }
        URI at = service.card().endpoint().address();
        int port = at.getPort() < 0 ? 80 : at.getPort();
        try (var socket = new Socket(at.getHost(), port)) {
            return !socket.isConnected();
        } catch (IOException _) {
            return true;
        }
    }

    void run(String gallery, Ledger ledger, Till till, Consumer<? super CloudEvent> events)
            throws WorkException, InterruptedException {
        till.about("");
        till.clean();
        events.accept(new CloudEvent.Stage(new Progress("Deleting", 0, 1, "galleries")));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            patience.ask(
                    () -> {
                        service.delete(gallery, till);
                        return true;
                    },
                    true,
                    events);
            if (!patience.ask(() -> service.exists(gallery, till), true, events)) {
                ledger.write(LedgerLine.Deleted.today());
                events.accept(new CloudEvent.Stage(new Progress("Deleting", 1, 1, "galleries")));
                return;
            }
            Thread.sleep(patience.wait(attempt, Optional.empty()));
        }
        throw new CloudException(
                new Fault.Unavailable(Optional.empty()),
                "%s still knows the gallery %s after it was deleted."
                        .formatted(service.card().title(), gallery),
                "Run 'revisage cloud delete' later, or delete it at the provider by hand.");
    }
}
