package revisage.engine.azure;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

import org.jspecify.annotations.Nullable;

import revisage.cloud.CloudException;
import revisage.cloud.Fault;

import java.util.Optional;

/// The keyring of the operating system: Keychain, Windows Credential Manager, GNOME keyring, KDE
/// wallet. Where there is none (a server without a desktop) nothing is kept: keys are never written
/// to a file.
final class SystemKeyring implements KeyShelf {

    private static final String SERVICE = "revisage azure-face";

    @Override
    public Optional<String> key(String host) {
        try {
            return Optional.ofNullable(opened(keyring -> keyring.getPassword(SERVICE, host)));
        } catch (BackendNotSupportedException | PasswordAccessException _) {
            return Optional.empty();
        }
    }

    /// @throws CloudException if there is no keyring, or it stays locked
    void keep(String host, String key) throws CloudException {
        try {
            opened(
                    keyring -> {
                        keyring.setPassword(SERVICE, host, key);
                        return key;
                    });
        } catch (BackendNotSupportedException | PasswordAccessException _) {
            throw new CloudException(
                    new Fault.AccessDenied(),
                    "This system has no keyring that can be opened.",
                    "Unlock it, or set AZURE_FACE_KEY for this session instead.");
        }
    }

    private interface Deed {
        @Nullable String done(Keyring keyring) throws PasswordAccessException;
    }

    private static @Nullable String opened(Deed deed)
            throws BackendNotSupportedException, PasswordAccessException {
        Keyring keyring = Keyring.create();
        try {
            return deed.done(keyring);
        } finally {
            close(keyring);
        }
    }

    private static void close(Keyring keyring) {
        try {
            keyring.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception _) { // the library declares nothing narrower
            // What was read or kept is.
        }
    }
}
