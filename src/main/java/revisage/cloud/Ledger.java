package revisage.cloud;

import revisage.store.CallTable;
import revisage.store.FolderLock;
import revisage.store.RecordLog;
import revisage.work.WorkException;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a job has sent, and what came of it, on the disk before and after each request: so that
/// crashes and resumed runs neither pass the cap, nor pay a call twice, nor forget one.
///
/// Write-ahead: [#send] is on the disk before the request leaves. A request that was sent and of
/// which nothing came is in doubt; [#inDoubt()] names the faces, and the run asks the service
/// before it sends them again. For one thread.
final class Ledger implements AutoCloseable {

    /// Name of the file in the job's folder.
    static final String FILE = "calls.log";

    private final RecordLog log;
    private final FolderLock lock;
    private final Map<Call, Long> sent = new EnumMap<>(Call.class);
    private final List<Request> requests = new ArrayList<>();
    private final Set<String> enrolled = new HashSet<>();
    private final Map<String, String> declined = new LinkedHashMap<>();
    private final Map<String, SearchAnswer> answers = new HashMap<>();
    private final Set<String> inDoubt = new HashSet<>();
    private Optional<String> account = Optional.empty();
    private Optional<String> created = Optional.empty();
    private boolean trained;
    private Optional<String> deleted = Optional.empty();
    private long worked;
    private final long workedBefore;
    private final long begun = System.nanoTime();

    /// @param utc when it left; may be empty
    /// @param id the provider's; empty where no answer came
    private record Request(Call call, String utc, String id) {}

    private Ledger(Path folder, String belongsTo, FolderLock lock) throws WorkException {
        this.lock = lock;
        log = RecordLog.open(folder.resolve(FILE), belongsTo, b -> note(LedgerLine.of(b)));
        workedBefore = worked;
    }

    /// @param digest of the quote: a ledger of another quote is refused
    static Ledger open(Path folder, String digest) throws WorkException {
        FolderLock lock = FolderLock.take(folder);
        boolean opened = false;
        try {
            var ledger = new Ledger(folder, "cloud job 1, " + digest, lock);
            opened = true;
            return ledger;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private void note(LedgerLine line) {
        switch (line) {
            case LedgerLine.Sent(Call call, String about, long at, String utc) -> {
                sent.merge(call, 1L, Long::sum);
                worked = at;
                requests.add(new Request(call, utc, ""));
                if (call == Call.CREATE_PERSON || call == Call.ADD_FACE) {
                    inDoubt.add(about);
                }
            }
            case LedgerLine.Named(String requestId) -> {
                if (requests.isEmpty()) {
                    throw new IllegalStateException("named before it was sent");
                }
                Request last = requests.removeLast();
                requests.add(new Request(last.call(), last.utc(), requestId));
            }
            case LedgerLine.Account(String name) -> account = Optional.of(name);
            case LedgerLine.Created(String model) -> created = Optional.of(model);
            case LedgerLine.Enrolled(String face) -> {
                inDoubt.remove(face);
                if (!enrolled.add(face)) {
                    throw new IllegalStateException("enrolled twice");
                }
            }
            case LedgerLine.Declined(String face, String reason) -> {
                inDoubt.remove(face);
                declined.put(face, reason);
            }
            case LedgerLine.Trained() -> trained = true;
            case LedgerLine.Answered(String face, SearchAnswer answer) -> {
                if (answers.put(face, answer) != null) {
                    throw new IllegalStateException("answered twice");
                }
            }
            case LedgerLine.Deleted(String date) -> deleted = Optional.of(date);
        }
    }

    /// Writes down that a request leaves now.
    void send(Call call, String about) throws WorkException {
        write(LedgerLine.Sent.now(call, about, milliseconds()));
    }

    /// Writes down what came.
    void write(LedgerLine line) throws WorkException {
        log.append(line.bytes());
        note(line);
    }

    private long milliseconds() {
        return workedBefore + (System.nanoTime() - begun) / 1_000_000;
    }

    /// Requests that left, over all runs.
    long sent() {
        return sent.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What they cost at most, by the table.
    BigDecimal spent(Terms terms) {
        return sent.entrySet().stream()
                .map(e -> terms.price(e.getKey()).multiply(BigDecimal.valueOf(e.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Lists all requests in the job's folder, for the record.
    void writeRequests(Path folder, Terms terms) throws WorkException, InterruptedException {
        CallTable.write(
                requests.stream()
                        .map(
                                r ->
                                        new CallTable.Row(
                                                r.utc(),
                                                r.call().title(),
                                                terms.price(r.call()),
                                                r.id()))
                        .toList(),
                folder.resolve(CallTable.FILE));
    }

    /// Requests of a kind that left.
    long sent(Call call) {
        return sent.getOrDefault(call, 0L);
    }

    /// Whose account the gallery is in, where the service tells.
    Optional<String> account() {
        return account;
    }

    /// Holds the job to one account: the first that the service tells is written down.
    ///
    /// @param told as the service names it now
    /// @throws CloudPlanException if it is another one: there, the gallery would seem to be gone
    void holdTo(Optional<String> told) throws WorkException {
        if (told.isEmpty()) {
            return;
        }
        if (account.isEmpty()) {
            write(new LedgerLine.Account(told.get()));
        } else if (!account.equals(told)) {
            throw new CloudPlanException(
                    "This run was begun with another account of the provider (%s, not %s)."
                            .formatted(account.get(), told.get()),
                    "Sign in to that one, then run the same command again.");
        }
    }

    /// The recognition model of the gallery that was made.
    Optional<String> created() {
        return created;
    }

    boolean trained() {
        return trained;
    }

    /// The day the gallery was deleted, and seen to be.
    Optional<String> deleted() {
        return deleted;
    }

    /// Whether what becomes of this face's enrolment is known.
    boolean settled(String face) {
        return enrolled.contains(face) || declined.containsKey(face);
    }

    /// How many are enrolled.
    int enrolled() {
        return enrolled.size();
    }

    /// Faces that were not taken, with the reason.
    Map<String, String> declined() {
        return Map.copyOf(declined);
    }

    /// Faces of which it is not known whether the service has enrolled them.
    Set<String> inDoubt() {
        return Set.copyOf(inDoubt);
    }

    /// What the service said about this face.
    Optional<SearchAnswer> answer(String face) {
        return Optional.ofNullable(answers.get(face));
    }

    /// Faces that were asked for.
    int answered() {
        return answers.size();
    }

    /// Time the job has worked, over all runs, up to the last request.
    long workedMilliseconds() {
        return worked;
    }

    @Override
    public void close() {
        log.close();
        lock.close();
    }
}
