package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.cloud.Endpoint;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/// `revisage cloud key`.
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = {
            "Puts the key of an Azure Face resource into the system's keyring.",
            "",
            "The key is asked for and not shown. Nothing is sent. Amazon's credentials stay where"
                    + " its own programs keep them (profiles, SSO)."
        },
        footer = {
            "",
            "Example: revisage cloud key --endpoint https://NAME.cognitiveservices.azure.com --key"
        })
final class CloudKeyVerb extends Verb {

    @Option(
            names = "--service",
            defaultValue = "azure-face",
            paramLabel = "NAME",
            description = "Whose key (default: ${DEFAULT-VALUE}).")
    private String service = "azure-face";

    @Option(
            names = "--endpoint",
            required = true,
            paramLabel = "URL",
            description = "The resource's address.")
    private String endpoint = "";

    @Option(
            names = "--key",
            required = true,
            interactive = true,
            arity = "0",
            prompt = "Key: ",
            description = "Ask for the key; it cannot stand on the command line.")
    private char[] key = {};

    CloudKeyVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException {
        Endpoint address = Endpoint.of(endpoint);
        String secret = new String(key).strip();
        Arrays.fill(key, ' ');
        if (secret.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the key is empty.");
        }
        engines.clouds().keepKey(service, address, secret);
        return new Answer(
                "The key for %s is in the system's keyring.".formatted(address.host()),
                Map.of("host", address.host()));
    }
}
