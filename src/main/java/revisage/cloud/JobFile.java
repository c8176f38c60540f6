package revisage.cloud;

import revisage.extract.JsonRefusedException;
import revisage.extract.StrictJson;
import revisage.work.FileException;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a job's folder says about it, so that it can be looked at and cleaned up without its
/// pictures: which service, what was confirmed. No secret, no name.
///
/// @param schema version of this layout
/// @param provider key
/// @param service for people
/// @param region of the gallery, whatever the settings say later
/// @param endpoint of the gallery
/// @param profile as it was chosen
/// @param toEnrol faces
/// @param toAsk faces
/// @param limit what was confirmed
public record JobFile(
        int schema,
        String provider,
        String service,
        Optional<String> region,
        Optional<String> endpoint,
        Optional<String> profile,
        int toEnrol,
        int toAsk,
        Limit limit) {

    private static final String NAME = "job.json";

    /// How far a job has come.
    ///
    /// @param mayHold whether the service may still hold something of it
    /// @param deleted the day its gallery was seen to be gone
    public record Status(
            JobFile job,
            long calls,
            BigDecimal cost,
            int enrolled,
            int declined,
            int answered,
            double seconds,
            boolean mayHold,
            Optional<String> deleted) {

        /// Whether its gallery went before it came to its end: nothing can go on with it.
        public boolean isLost() {
            return deleted.isPresent() && answered < job.toAsk();
        }
    }

    /// Of a confirmed quote.
    public static JobFile of(Quote quote, CloudChoice choice) {
        CloudPlan plan = quote.plan();
        return new JobFile(
                1,
                choice.provider(),
                plan.card().title(),
                Optional.of(plan.card().region()),
                Optional.of(plan.card().endpoint().text()),
                choice.profile(),
                plan.enrol().size(),
                plan.ask().size(),
                quote.limit());
    }

    /// Writes it whole or not at all.
    public void write(Path folder) throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(this);
        WholeFile.write(
                "write what the job is", folder.resolve(NAME), half -> Files.write(half, json));
    }

    /// Whether there is a job in the folder.
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /// @throws CloudPlanException if there is no job in the folder
    public static JobFile read(Path folder) throws WorkException {
        Path file = folder.resolve(NAME);
        if (Files.notExists(file)) {
            throw new CloudPlanException(
                    "There is no cloud job in %s.".formatted(folder),
                    "Name the folder that 'revisage cloud match' was given with --out.");
        }
        try {
            return StrictJson.read(
                    Files.readAllBytes(file), JobFile.class, "cloud job", file.toString());
        } catch (JsonRefusedException e) {
            throw new CloudPlanException(
                    String.valueOf(e.getMessage()), "Begin a new run in another folder.", e);
        } catch (IOException e) {
            throw FileException.of("read what the job is", file, e);
        }
    }

    /// The service's name for people: a simulator is always called one.
    public String label() {
        return SimulatorLabel.on(service, endpoint.filter(Endpoint::isSimulators).isPresent());
    }

    /// The service it was begun with.
    public CloudChoice choice() throws WorkException {
        return new CloudChoice(
                provider,
                region,
                endpoint.isPresent() ? Optional.of(Endpoint.of(endpoint.get())) : Optional.empty(),
                profile);
    }

    /// Looks into the ledger.
    ///
    /// @throws revisage.store.StoreException if the job is running just now
    public Status status(Path folder) throws WorkException {
        try (var ledger = Ledger.open(folder, limit.digest())) {
            return new Status(
                    this,
                    ledger.sent(),
                    ledger.spent(limit.terms()),
                    ledger.enrolled(),
                    ledger.declined().size(),
                    ledger.answered(),
                    ledger.workedMilliseconds() / 1_000.0,
                    ledger.sent(Call.CREATE_GALLERY) > 0 && ledger.deleted().isEmpty(),
                    ledger.deleted());
        }
    }
}
