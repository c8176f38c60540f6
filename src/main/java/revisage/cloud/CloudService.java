package revisage.cloud;

import revisage.work.WorkException;

import java.util.List;
import java.util.Optional;

/// A face recognition service across the wire: the questions it answers, one by one.
///
/// A client is dumb on purpose. It does not retry, does not wait for its turn, and keeps nothing:
/// the guard in this room does, with the retries of the SDK below switched off. Before *each*
/// request that leaves, also one that only follows another (detect, then identify; the next page),
/// it calls [Toll#pay(Call)]; what the toll throws goes through unchanged.
///
/// Whatever goes wrong is a [CloudException] with a [Fault]. External ids are pseudonyms made by
/// the guard: `[a-z0-9]`, at most 64 characters. For one thread at a time.
public interface CloudService extends AutoCloseable {

    /// Who answers, and what it can do. Sends nothing.
    ServiceCard card();

    /// The recognition model as the service named it in its newest answer; before, as on the card.
    default String model() {
        return card().model();
    }

    /// Asks something harmless, to learn whether this account may use the service at all: before
    /// any picture is sent. Azure: whether identification is approved.
    ///
    /// @return the account as the service itself names it; empty if it does not tell
    /// @throws CloudException [Fault.AccessLimited], [Fault.AccessDenied],
    ///   [Fault.CredentialsExpired] among others
    Optional<String> test(Toll toll) throws WorkException, InterruptedException;

    /// Makes a gallery with the recognition model on the card. That it exists already is fine.
    ///
    /// @param gallery `[a-z0-9-]`, 3 to 48 characters
    void create(String gallery, Toll toll) throws WorkException, InterruptedException;

    /// Enrols one face.
    ///
    /// @param half the entry that [#enrolled] lists for this id without a face, which is completed
    ///   instead of made anew (Azure: the person is there, the face is not)
    EnrolAnswer enrol(
            String gallery, String externalId, Picture picture, Optional<Enrolled> half, Toll toll)
            throws WorkException, InterruptedException;

    /// Begins the training, where the service wants one. Starting it again is harmless.
    void train(String gallery, Toll toll) throws WorkException, InterruptedException;

    /// How the training stands. [Training#DONE] where the service wants none (and nothing is
    /// asked).
    Training training(String gallery, Toll toll) throws WorkException, InterruptedException;

    /// All that is enrolled, all pages.
    ///
    /// @throws CloudException [Fault.GalleryMissing]
    List<Enrolled> enrolled(String gallery, Toll toll) throws WorkException, InterruptedException;

    /// The enrolled faces that are most like a face.
    ///
    /// @param most answers wanted, 1 to the card's limit
    /// @param threshold on the card's scale; less alike faces are not told
    SearchAnswer search(String gallery, Picture picture, int most, double threshold, Toll toll)
            throws WorkException, InterruptedException;

    /// Deletes the gallery with all faces. That it is gone already is fine.
    void delete(String gallery, Toll toll) throws WorkException, InterruptedException;

    /// Whether the service still knows the gallery: how a deletion is verified.
    boolean exists(String gallery, Toll toll) throws WorkException, InterruptedException;

    @Override
    void close();
}
