package revisage.engine.azure;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

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
        try (Keyring keyring = Keyring.create()) {
            return Optional.ofNullable(keyring.getPassword(SERVICE, host));
        } catch (BackendNotSupportedException | PasswordAccessException _) {
            return Optional.empty();
        } catch (Exception e) {
            throw unclosable(e);
        }
    }

    /// @throws CloudException if there is no keyring, or it stays locked
    void keep(String host, String key) throws CloudException {
        try (Keyring keyring = Keyring.create()) {
            keyring.setPassword(SERVICE, host, key);
        } catch (BackendNotSupportedException | PasswordAccessException _) {
            throw new CloudException(
                    new Fault.AccessDenied(),
                    "This system has no keyring that can be opened.",
                    "Unlock it, or set AZURE_FACE_KEY for this session instead.");
        } catch (Exception e) {
            throw unclosable(e);
        }
    }

    private static IllegalStateException unclosable(Exception e) {
        return new IllegalStateException("a keyring that cannot be closed", e);
    }
}
