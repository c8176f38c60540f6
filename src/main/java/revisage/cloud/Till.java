package revisage.cloud;

import dev.failsafe.RateLimiter;

import revisage.work.Work;
import revisage.work.WorkException;

import java.time.Duration;
import java.util.function.Consumer;

/// The guard's [Toll]: one request at a time passes, at the rate that was set, written down before
/// it leaves, and never more than were confirmed.
///
/// The rate is Failsafe's smooth limiter: it spreads requests evenly instead of letting a second's
/// worth through at once, which services answer with throttling.
final class Till implements Toll {

    private final Ledger ledger;
    private final Limit limit;
    private final RateLimiter<Object> rate;
    private final Consumer<? super CloudEvent> events;
    private String about = "";
    private int paid;
    private boolean cleaning;

    Till(Ledger ledger, Limit limit, Consumer<? super CloudEvent> events) {
        this.ledger = ledger;
        this.limit = limit;
        this.events = events;
        rate =
                RateLimiter.smoothBuilder(Duration.ofNanos(Math.round(1e9 / limit.perSecond())))
                        .build();
    }

    /// Which face the next requests are about; empty for the others.
    void about(String face) {
        about = face;
        paid = 0;
    }

    /// Requests that have left since [#about].
    int paid() {
        return paid;
    }

    /// From now on the calls put by for cleaning up may be used.
    void clean() {
        cleaning = true;
    }

    @Override
    public void pay(Call call) throws WorkException, InterruptedException {
        Work.pausePoint();
        long most = cleaning ? limit.cap() : limit.cap() - Quote.CLEANING;
        if (ledger.sent() >= most) {
            throw new CloudPlanException(
                    "The %d calls that were confirmed are used up; nothing more is sent."
                            .formatted(most),
                    cleaning
                            ? "Delete the gallery %s at the provider by hand."
                                    .formatted(limit.gallery())
                            : "Delete what is there with 'revisage cloud delete', and begin a new"
                                    + " run in another folder.");
        }
        rate.acquirePermit();
        ledger.send(call, about);
        paid++;
        events.accept(
                new CloudEvent.Meter(
                        ledger.sent(),
                        limit.cap(),
                        ledger.spent(limit.terms()),
                        limit.highest(),
                        limit.terms().currency()));
    }

    @Override
    public void named(String requestId) throws WorkException {
        ledger.write(new LedgerLine.Named(requestId));
    }
}
