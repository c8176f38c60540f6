package revisage.engine.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudException;
import revisage.cloud.Endpoint;
import revisage.cloud.EndpointException;
import revisage.work.WorkException;

import java.util.Map;
import java.util.Optional;

class AzureAccountTest {

    private static final String PLACE = "https://lab.cognitiveservices.azure.com";
    private static final KeyShelf EMPTY = _ -> Optional.empty();

    private static CloudChoice choice(String... endpoint) throws WorkException {
        return new CloudChoice(
                "azure-face",
                Optional.empty(),
                endpoint.length == 0 ? Optional.empty() : Optional.of(Endpoint.of(endpoint[0])),
                Optional.empty());
    }

    @Test
    void theEnvironmentComesBeforeTheKeyring() throws Exception {
        var environment = Map.of("AZURE_FACE_ENDPOINT", PLACE, "AZURE_FACE_KEY", " abc\n");
        var found = AzureAccount.find(choice(), environment, _ -> Optional.of("other"));
        assertEquals("abc", found.key());
        assertEquals("lab", found.resource());
        assertEquals(PLACE, found.endpoint().address().toString());
    }

    @Test
    void theKeyringIsAskedForTheHost() throws Exception {
        KeyShelf shelf =
                host ->
                        host.equals("lab.cognitiveservices.azure.com")
                                ? Optional.of("kept")
                                : Optional.empty();
        assertEquals("kept", AzureAccount.find(choice(PLACE), Map.of(), shelf).key());
    }

    @Test
    void aSimulatorIsNotToldTheKey() throws Exception {
        var environment = Map.of("AZURE_FACE_KEY", "secret");
        var found =
                AzureAccount.find(
                        choice("http://127.0.0.1:9"), environment, _ -> Optional.of("secret"));
        assertEquals("none", found.key());
    }

    @Test
    void whatIsMissingIsSaidWithWhereToPutIt() {
        var noPlace =
                assertThrows(
                        CloudException.class, () -> AzureAccount.find(choice(), Map.of(), EMPTY));
        assertTrue(noPlace.remedy().contains("AZURE_FACE_ENDPOINT"));
        var noKey =
                assertThrows(
                        CloudException.class,
                        () -> AzureAccount.find(choice(PLACE), Map.of(), EMPTY));
        assertTrue(noKey.remedy().contains("AZURE_FACE_KEY"));
    }

    @Test
    void anUnencryptedPlaceInTheEnvironmentIsRefused() {
        var environment =
                Map.of("FACE_ENDPOINT", "http://lab.example.org", "FACE_APIKEY", "secret");
        assertThrows(
                EndpointException.class, () -> AzureAccount.find(choice(), environment, EMPTY));
    }

    @Test
    void theKeyIsNotInTheText() throws Exception {
        var environment = Map.of("AZURE_FACE_KEY", "secret");
        String text = AzureAccount.find(choice(PLACE), environment, EMPTY).toString();
        assertFalse(text.contains("secret"), text);
    }
}
