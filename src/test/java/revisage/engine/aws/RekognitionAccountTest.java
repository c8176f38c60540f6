package revisage.engine.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudException;
import revisage.cloud.Fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The standard chain, led to files of this test. Nothing is sent.
class RekognitionAccountTest {

    private static final String CREDENTIALS = "aws.sharedCredentialsFile";
    private static final String CONFIG = "aws.configFile";
    private static final String NO_METADATA = "aws.disableEc2Metadata";

    private final Map<String, Optional<String>> before = new HashMap<>();

    @TempDir Path folder;

    @BeforeEach
    void lead() throws Exception {
        Path credentials = folder.resolve("credentials");
        Files.writeString(
                credentials,
                """
                [lab]
                aws_access_key_id = AKIASOMETHING1234
                aws_secret_access_key = topsecret
                """);
        Path config = folder.resolve("config");
        Files.writeString(config, "[profile lab]\nregion = eu-west-1\n");
        set(CREDENTIALS, credentials.toString());
        set(CONFIG, config.toString());
        set(NO_METADATA, "true");
    }

    private void set(String name, String value) {
        before.put(name, Optional.ofNullable(System.getProperty(name)));
        System.setProperty(name, value);
    }

    @AfterEach
    void restore() {
        before.forEach(
                (name, value) ->
                        value.ifPresentOrElse(
                                v -> System.setProperty(name, v),
                                () -> System.clearProperty(name)));
    }

    private static CloudChoice profile(String name) {
        return new CloudChoice(
                "rekognition", Optional.empty(), Optional.empty(), Optional.of(name));
    }

    @Test
    void aProfileSaysWhoAndWhere() throws Exception {
        try (var service = Rekognition.open(profile("lab"), Duration.ofSeconds(1))) {
            var card = service.card();
            assertEquals("profile lab, key ...1234", card.account());
            assertEquals("eu-west-1", card.region());
            assertEquals(50, card.quotaPerSecond());
            assertEquals(
                    "https://rekognition.eu-west-1.amazonaws.com",
                    card.endpoint().address().toString());
            assertFalse(card.simulator());
            assertFalse(card.toString().contains("topsecret"));
        }
    }

    private void temporaryKey(String more) throws IOException {
        Files.writeString(
                folder.resolve("credentials"),
                """
                [lab]
                aws_access_key_id = ASIASOMETHING1234
                aws_secret_access_key = topsecret
                aws_session_token = passing
                %s
                """
                        .formatted(more));
    }

    /// Each renewal brings another key id: a confirmed run would be another run.
    @Test
    void temporaryCredentialsAreNamedByTheirAccountAndNotByTheirKey() throws Exception {
        temporaryKey("aws_account_id = 111122223333");
        try (var service = Rekognition.open(profile("lab"), Duration.ofSeconds(1))) {
            assertEquals(
                    "profile lab, temporary key, account 111122223333", service.card().account());
        }
    }

    @Test
    void aTemporaryKeyWithoutAnAccountSaysThatTheAccountIsAskedFirst() throws Exception {
        temporaryKey("");
        try (var service = Rekognition.open(profile("lab"), Duration.ofSeconds(1))) {
            assertEquals(
                    "profile lab, temporary key (does not tell its account: AWS is asked before the"
                            + " first face is sent, and the run is held to that account)",
                    service.card().account());
        }
    }

    @Test
    void aProfileThatIsNotThereIsSaid() {
        var e =
                assertThrows(
                        CloudException.class,
                        () -> Rekognition.open(profile("nobody"), Duration.ofSeconds(1)));
        assertInstanceOf(Fault.AccessDenied.class, e.fault());
        assertTrue(String.valueOf(e.getMessage()).contains("no profile named nobody"));
        assertTrue(e.remedy().contains("AWS_"), e.remedy());
    }

    @Test
    void settingsThatCannotBeReadAreTheWorldsFault() throws Exception {
        Path config = folder.resolve("garbled");
        Files.writeString(config, "[profile lab\nregion = eu-west-1\n");
        set(CONFIG, config.toString());
        var e = assertThrows(CloudException.class, () -> RekognitionAccount.find(profile("lab")));
        assertTrue(String.valueOf(e.getMessage()).contains("cannot be read"), e.remedy());
    }

    /// As a profile with `credential_process` does it, once what it gave has run out.
    @Test
    void credentialsThatCannotBeRenewedAreNone() {
        assertEquals(
                Optional.empty(),
                RekognitionAccount.resolved(
                        () -> {
                            throw new IllegalStateException("Failed to refresh");
                        }));
    }
}
