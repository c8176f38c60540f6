package revisage.cloud;

import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A confirmed job, from the first request to the verified deletion: enrols, trains, asks, deletes.
///
/// Whatever stops it (a kill, a lost network, expired credentials), the same job goes on in the
/// same folder: the [Ledger] knows what was sent and answered, and the service is asked what it has
/// where that is in doubt.
///
/// @param approval what was confirmed
/// @param service stays the caller's
/// @param pictures of the faces in the plan
/// @param folder of the job
/// @param patience with a service that fails
/// @param pauses where only a person can help
public record CloudRun(
        Approval approval,
        CloudService service,
        Pictures pictures,
        Path folder,
        Patience patience,
        Pauses pauses)
        implements Work<CloudEvent, Answers> {

    private static final String GO_ON = "Run the same command again; it goes on from here.";

    @Override
    public Answers run(Consumer<? super CloudEvent> events)
            throws WorkException, InterruptedException {
        Quote quote = approval.quote();
        refuseAnother(quote.plan().card());
        try (var ledger = Ledger.open(folder, quote.digest())) {
            var session = new Session(ledger, new Till(ledger, quote.limit(), events), events);
            if (ledger.deleted().isEmpty()) {
                session.work();
            }
            ledger.writeRequests(folder, quote.terms());
            requireAnswers(ledger);
            return answers(ledger);
        }
    }

    /// The service that was confirmed, and no other.
    private void refuseAnother(ServiceCard confirmed) throws CloudPlanException {
        if (!service.card().equals(confirmed)) {
            throw new CloudPlanException(
                    "%s at %s is not the service that was confirmed."
                            .formatted(service.card().title(), service.card().endpoint().host()),
                    "Read the new quote and confirm it.");
        }
    }

    private void requireAnswers(Ledger ledger) throws CloudPlanException {
        int toAsk = approval.quote().plan().ask().size();
        if (ledger.answered() < toAsk) {
            throw new CloudPlanException(
                    "The gallery of this run was deleted when %d of %d faces had been asked for."
                            .formatted(ledger.answered(), toAsk),
                    "Begin a new run in another folder.");
        }
    }

    private Answers answers(Ledger ledger) {
        CloudPlan plan = approval.quote().plan();
        Map<String, SearchAnswer> found = new HashMap<>();
        plan.ask().forEach(face -> found.put(face, ledger.answer(face).orElseThrow()));
        return Answers.of(
                plan,
                ledger.created().orElse(plan.card().model()),
                ledger.deleted().orElseThrow(),
                ledger.declined(),
                found,
                new Answers.Bill(
                        ledger.sent(),
                        approval.quote().cap(),
                        ledger.spent(approval.quote().terms()),
                        approval.quote().terms().currency(),
                        ledger.workedMilliseconds() / 1_000.0));
    }

    /// Scratch of one run.
    private final class Session {

        private final Ledger ledger;
        private final Till till;
        private final Consumer<? super CloudEvent> events;
        private final CloudPlan plan = approval.quote().plan();
        private final Map<String, String> faces = new HashMap<>();

        Session(Ledger ledger, Till till, Consumer<? super CloudEvent> events) {
            this.ledger = ledger;
            this.till = till;
            this.events = events;
            plan.enrol().forEach(face -> faces.put(plan.pseudonym(face), face));
        }

        void work() throws WorkException, InterruptedException {
            try {
                askAll();
            } catch (CloudException e) {
                if (e.fault() instanceof Fault.GalleryMissing && isGone()) {
                    ledger.write(LedgerLine.Deleted.today());
                }
                throw e;
            }
        }

        private boolean isGone() throws WorkException, InterruptedException {
            if (ledger.created().isEmpty()) {
                return false;
            }
            knock(); // somebody may have signed in to another account during a pause
            return !asked(() -> service.exists(plan.gallery(), till), true);
        }

        private void knock() throws WorkException, InterruptedException {
            ledger.holdTo(asked(() -> service.test(till), true));
        }

        private void askAll() throws WorkException, InterruptedException {
            knock();
            if (ledger.created().isEmpty()) {
                harmless(() -> service.create(plan.gallery(), till));
                ledger.write(new LedgerLine.Created(service.model()));
            }
            enrol();
            train();
            search();
            clean();
        }

        private void enrol() throws WorkException, InterruptedException {
            Map<String, Enrolled> half = ledger.inDoubt().isEmpty() ? new HashMap<>() : reconcile();
            for (String face : plan.enrol()) {
                Work.pausePoint();
                if (!ledger.settled(face)) {
                    enrol(face, half);
                }
                tell("Enrolling", ledger.enrolled() + ledger.declined().size(), plan.enrol());
            }
            if (ledger.enrolled() == 0) {
                throw new CloudPlanException(
                        "%s took none of the faces; the first: %s."
                                .formatted(
                                        plan.card().title(),
                                        ledger.declined().get(plan.enrol().getFirst())),
                        "Use larger or clearer faces; delete the gallery with 'revisage cloud"
                                + " delete'.");
            }
        }

        /// Sends one face until it is known what became of it.
        private void enrol(String face, Map<String, Enrolled> half)
                throws WorkException, InterruptedException {
            Picture picture = pictures.picture(face);
            if (picture.size() > plan.card().largestBytes()) {
                ledger.write(new LedgerLine.Declined(face, "larger than the service takes"));
                return;
            }
            for (int attempt = 1; !ledger.settled(face); attempt++) {
                till.about(face);
                try {
                    Optional<Enrolled> begun = Optional.ofNullable(half.get(face));
                    EnrolAnswer answer = once(face, picture, begun);
                    settle(face, answer);
                } catch (CloudException e) {
                    // Something of it may have been done: looked into before it is sent again.
                    if (attempt >= patience.attempts() || !mayBeDone(e.fault())) {
                        throw e;
                    }
                    till.about("");
                    half.putAll(reconcile());
                }
            }
            till.about("");
        }

        private EnrolAnswer once(String face, Picture picture, Optional<Enrolled> begun)
                throws WorkException, InterruptedException {
            return asked(
                    () -> {
                        till.about(face);
                        try {
                            return service.enrol(
                                    plan.gallery(), plan.pseudonym(face), picture, begun, till);
                        } catch (CloudException e) {
                            // The first of two requests was done: asking for both again would
                            // double it.
                            throw till.paid() > 1 && !isFinal(e.fault()) ? perhapsDone(e) : e;
                        }
                    },
                    false);
        }

        private void settle(String face, EnrolAnswer answer) throws WorkException {
            ledger.write(
                    switch (answer) {
                        case EnrolAnswer.Added _ -> new LedgerLine.Enrolled(face);
                        case EnrolAnswer.NoFace() ->
                                new LedgerLine.Declined(face, "no face is seen in it");
                        case EnrolAnswer.Refused(String reason) ->
                                new LedgerLine.Declined(face, reason);
                    });
        }

        /// Asks the service what it has, and settles what was in doubt.
        ///
        /// @return entries without a face, by face
        private Map<String, Enrolled> reconcile() throws WorkException, InterruptedException {
            List<Enrolled> there = asked(() -> service.enrolled(plan.gallery(), till), true);
            var half = new HashMap<String, Enrolled>();
            for (var entry : there) {
                String face = faces.get(entry.externalId());
                if (face == null) {
                    throw new CloudException(
                            new Fault.Malformed(),
                            "The gallery %s holds faces that this job did not send."
                                    .formatted(plan.gallery()),
                            "Delete it with 'revisage cloud delete' and begin a new run.");
                }
                if (ledger.settled(face)) {
                    continue;
                }
                if (entry.faces() > 0) {
                    ledger.write(new LedgerLine.Enrolled(face));
                } else {
                    half.put(face, entry);
                }
            }
            return half;
        }

        private void train() throws WorkException, InterruptedException {
            if (!plan.card().trains() || ledger.trained()) {
                return;
            }
            harmless(() -> service.train(plan.gallery(), till));
            boolean again = false;
            for (int look = 0; look < Quote.LOOKS; look++) {
                events.accept(
                        new CloudEvent.Stage(new Progress("Training", look, Quote.LOOKS, "looks")));
                switch (asked(() -> service.training(plan.gallery(), till), true)) {
                    case DONE -> {
                        ledger.write(new LedgerLine.Trained());
                        return;
                    }
                    case FAILED -> {
                        if (again) {
                            throw untrained("failed twice");
                        }
                        again = true;
                        harmless(() -> service.train(plan.gallery(), till));
                    }
                    case RUNNING -> Thread.sleep(patience.wait(look + 1, Optional.empty()));
                }
            }
            throw untrained("did not end");
        }

        private CloudException untrained(String how) {
            return new CloudException(
                    new Fault.Unavailable(Optional.empty()),
                    "The training of the gallery at %s %s.".formatted(plan.card().title(), how),
                    GO_ON);
        }

        private void search() throws WorkException, InterruptedException {
            for (String face : plan.ask()) {
                Work.pausePoint();
                if (ledger.answer(face).isEmpty()) {
                    ledger.write(new LedgerLine.Answered(face, ask(face)));
                }
                tell("Asking", ledger.answered(), plan.ask());
            }
        }

        private SearchAnswer ask(String face) throws WorkException, InterruptedException {
            Picture picture = pictures.picture(face);
            if (picture.size() > plan.card().largestBytes()) {
                return new SearchAnswer.Refused("larger than the service takes");
            }
            till.about(face);
            SearchAnswer answer =
                    asked(
                            () ->
                                    checked(
                                            service.search(
                                                    plan.gallery(), picture, plan.most(), 0, till)),
                            true);
            till.about("");
            return answer;
        }

        /// Candidates by face, each once, best first; or refused as nonsense.
        private SearchAnswer checked(SearchAnswer answer) throws CloudException {
            if (!(answer instanceof SearchAnswer.Found(List<SearchAnswer.Likeness> likenesses))) {
                return answer;
            }
            double highest = plan.card().percent() ? 100 : 1;
            var seen = new HashSet<String>();
            var kept =
                    likenesses.stream()
                            .filter(l -> seen.add(l.externalId()))
                            .map(
                                    l ->
                                            new SearchAnswer.Likeness(
                                                    faces.getOrDefault(l.externalId(), ""),
                                                    l.score()))
                            .toList();
            double before = highest;
            for (var likeness : kept) {
                double score = likeness.score();
                if (likeness.externalId().isEmpty() || !(score >= 0 && score <= before)) {
                    throw new CloudException(
                            new Fault.Malformed(),
                            "An answer of %s makes no sense (a face that was not sent, or a score of %s after %s)."
                                    .formatted(plan.card().title(), score, before),
                            GO_ON);
                }
                before = score;
            }
            return new SearchAnswer.Found(kept);
        }

        private void clean() throws WorkException, InterruptedException {
            new CloudCleaning(service, patience).run(plan.gallery(), ledger, till, events);
        }

        private void tell(String stage, long done, List<String> of) {
            events.accept(new CloudEvent.Stage(new Progress(stage, done, of.size(), "faces")));
        }

        private void harmless(Action action) throws WorkException, InterruptedException {
            asked(
                    () -> {
                        action.run();
                        return true;
                    },
                    true);
        }

        private <T> T asked(Patience.Question<T> question, boolean harmless)
                throws WorkException, InterruptedException {
            while (true) {
                try {
                    return patience.ask(question, harmless, events);
                } catch (CloudException e) {
                    if (!needsAPerson(e.fault())) {
                        throw e;
                    }
                    events.accept(
                            new CloudEvent.Paused(String.valueOf(e.getMessage()), e.remedy()));
                    pauses.paused(e);
                }
            }
        }
    }

    private interface Action {
        void run() throws WorkException, InterruptedException;
    }

    private static CloudException perhapsDone(CloudException e) {
        return new CloudException(
                new Fault.PerhapsDone(), String.valueOf(e.getMessage()), e.remedy(), e);
    }

    private static boolean isFinal(Fault fault) {
        return fault instanceof Fault.QuotaUsedUp
                || fault instanceof Fault.AccessLimited
                || fault instanceof Fault.GalleryMissing;
    }

    private static boolean mayBeDone(Fault fault) {
        return fault instanceof Fault.PerhapsDone || fault instanceof Fault.Malformed;
    }

    private static boolean needsAPerson(Fault fault) {
        return fault instanceof Fault.CredentialsExpired
                || fault instanceof Fault.AccessDenied
                || fault instanceof Fault.Unreachable;
    }
}
