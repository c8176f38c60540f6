package revisage.app;

import revisage.cloud.CloudChoice;
import revisage.cloud.CloudService;
import revisage.cloud.Clouds;
import revisage.cloud.Complaint;
import revisage.cloud.Endpoint;
import revisage.cloud.Fault;
import revisage.engine.aws.Rekognition;
import revisage.engine.azure.AzureFace;
import revisage.work.WorkException;

import java.time.Duration;
import java.util.List;

/// The services this program can talk to: a third one is a line here and an engine.
final class CloudEngines implements Clouds {

    /// For one answer; searching the largest galleries takes some seconds.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public List<String> providers() {
        return List.of(Rekognition.PROVIDER, AzureFace.PROVIDER);
    }

    @Override
    public CloudService open(CloudChoice choice) throws WorkException {
        return switch (choice.provider()) {
            case Rekognition.PROVIDER -> Rekognition.open(choice, PATIENCE);
            case AzureFace.PROVIDER -> AzureFace.open(choice, PATIENCE);
            default ->
                    throw new Complaint(choice.provider())
                            .of(new Fault.Unreachable(), "no engine of that name");
        };
    }

    @Override
    public void keepKey(String provider, Endpoint endpoint, String key) throws WorkException {
        if (provider.equals(AzureFace.PROVIDER)) {
            AzureFace.keepKey(endpoint, key);
        } else {
            Clouds.super.keepKey(provider, endpoint, key);
        }
    }
}
