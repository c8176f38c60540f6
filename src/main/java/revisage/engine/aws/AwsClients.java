package revisage.engine.aws;

import revisage.cloud.CloudException;
import revisage.cloud.Fault;
import revisage.cloud.SimulatorLabel;
import revisage.cloud.Toll;
import revisage.work.WorkException;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// The SDK's clients, each request of which is sent once. For one thread at a time.
final class AwsClients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final RekognitionAccount account;
    private final Label label = new Label();
    private final SdkHttpClient http;
    private final ClientOverrideConfiguration once;
    private final RekognitionClient rekognition;
    private final ExecutorService wire = Executors.newVirtualThreadPerTaskExecutor();

    AwsClients(RekognitionAccount account, Duration patience) {
        this.account = account;
        var builder =
                Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(patience);
        if (account.endpoint().isLoopback()) {
            // A proxy would carry the pictures off this machine, and unencrypted.
            builder.proxyConfiguration(
                    ProxyConfiguration.builder()
                            .useSystemPropertyValues(false)
                            .useEnvironmentVariableValues(false)
                            .build());
        }
        http = builder.build();
        once =
                ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(patience.plus(CONNECT))
                        .addExecutionInterceptor(label)
                        .build();
        rekognition =
                RekognitionClient.builder()
                        .httpClient(http)
                        .overrideConfiguration(once)
                        .credentialsProvider(account.credentials())
                        .region(account.region())
                        .endpointOverride(account.endpoint().address())
                        .build();
    }

    /// Asked through [Rekognition] only, which pays before.
    RekognitionClient rekognition() {
        label.forget();
        return rekognition;
    }

    /// Who the credentials belong to; made when it is asked, since a simulator has none.
    StsClient sts() {
        label.forget();
        return StsClient.builder()
                .httpClient(http)
                .overrideConfiguration(once)
                .credentialsProvider(account.credentials())
                .region(account.region())
                .build();
    }

    /// Before a request: those of SSO and roles are renewed here.
    ///
    /// @throws CloudException [Fault.CredentialsExpired]
    void requireCredentials() throws CloudException {
        if (RekognitionAccount.resolved(account.credentials()).isEmpty()) {
            throw RekognitionFaults.say(new Fault.CredentialsExpired(), "they cannot be renewed");
        }
    }

    /// Waits for an answer so that a stop is heard: Apache's sockets do not hear one on the
    /// caller's thread, and close at once on a virtual one.
    ///
    /// @throws SdkException as the request throws it
    /// @throws CloudException [Fault.CredentialsExpired] if that is why it was not sent
    <R> R answer(Supplier<R> request) throws CloudException, InterruptedException {
        Future<R> answer = wire.submit(request::get);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AwsServiceException)) {
                requireCredentials(); // they may have run out since they were looked at
            }
            if (e.getCause() instanceof SdkException said) {
                throw said;
            }
            throw new IllegalStateException("a request that could not be made", e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /// After an answer, if one came: for the record, and whether it is from whom it should be.
    void look(Toll toll) throws WorkException {
        if (label.hasAnswer()) {
            if (!label.requestId().isEmpty()) {
                toll.named(label.requestId());
            }
            SimulatorLabel.require(account.endpoint(), label.isThere(), Rekognition.TITLE);
        }
    }

    @Override
    public void close() {
        wire.shutdownNow();
        rekognition.close();
        http.close();
    }
}
