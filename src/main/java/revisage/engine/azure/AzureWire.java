package revisage.engine.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Configuration;
import com.azure.core.util.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import revisage.cloud.Call;
import revisage.cloud.CloudException;
import revisage.cloud.SimulatorLabel;
import revisage.cloud.Toll;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Azure's pipeline: sends each request once and reads the answer.
///
/// The pipeline has no retries, no redirects and no logging: the guard repeats, the address is the
/// one that was confirmed, and bodies are faces.
final class AzureWire {

    /// The JDK's client sends a GET again by itself when the connection breaks before an answer: a
    /// call that nobody paid for. The limit can only be set for the whole process, and before its
    /// first request: the launcher does, and this does where the library is used without it.
    private static final String TRIES = "jdk.httpclient.redirects.retrylimit";

    static {
        if (System.getProperty(TRIES) == null) {
            System.setProperty(TRIES, "1");
        }
    }

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("apim-request-id");
    private static final HttpHeaderName SIMULATOR =
            HttpHeaderName.fromString(SimulatorLabel.HEADER);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AzureAccount account;
    private final HttpPipeline pipeline;

    AzureWire(AzureAccount account, Duration patience) {
        this.account = account;
        var client =
                new JdkHttpClientBuilder()
                        .connectionTimeout(CONNECT)
                        .writeTimeout(patience)
                        .responseTimeout(patience)
                        .readTimeout(patience);
        if (account.endpoint().isLoopback()) {
            // A proxy would carry the pictures off this machine, and unencrypted.
            client.configuration(Configuration.NONE);
        }
        pipeline = pipeline(client.build(), account);
    }

    private static HttpPipeline pipeline(HttpClient client, AzureAccount account) {
        // azure-core's KeyCredentialPolicy refuses http, also to a simulator on this machine.
        var key = new HttpHeaders().set(AzureAccount.HEADER, account.key());
        return new HttpPipelineBuilder()
                .httpClient(client)
                .policies(new AddHeadersPolicy(key))
                .build();
    }

    /// What came back.
    ///
    /// @param json a missing node where there is no body
    /// @param code of the error; empty for a success
    /// @param complaint about an error
    record Answer(JsonNode json, String code, Optional<CloudException> complaint) {

        /// This, if it is a success.
        Answer orThrow() throws CloudException {
            if (complaint.isPresent()) {
                throw complaint.get();
            }
            return this;
        }
    }

    HttpRequest request(HttpMethod method, String path) {
        return new HttpRequest(method, account.endpoint().address().resolve(path).toString());
    }

    HttpRequest request(HttpMethod method, String path, ObjectNode body) {
        return request(method, path, "application/json", BinaryData.fromString(body.toString()));
    }

    HttpRequest request(HttpMethod method, String path, byte[] picture) {
        return request(method, path, "application/octet-stream", BinaryData.fromBytes(picture));
    }

    private HttpRequest request(HttpMethod method, String path, String type, BinaryData body) {
        HttpRequest request =
                request(method, path).setHeader(HttpHeaderName.CONTENT_TYPE, type).setBody(body);
        // The JDK's client counts for itself, and warns of everybody who counts before.
        request.getHeaders().remove(HttpHeaderName.CONTENT_LENGTH);
        return request;
    }

    /// Sends a request once.
    ///
    /// @throws CloudException if there is no answer, or none that can be read
    Answer send(HttpRequest request, Call call, Toll toll)
            throws WorkException, InterruptedException {
        toll.pay(call);
        // azure-core reports all that went wrong on the wire by RuntimeExceptions of many kinds.
        try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
            String requestId = response.getHeaderValue(REQUEST_ID);
            if (requestId != null) {
                toll.named(requestId);
            }
            boolean labelled = response.getHeaderValue(SIMULATOR) != null;
            SimulatorLabel.require(account.endpoint(), labelled, AzureFace.TITLE);
            return read(response, call);
        } catch (RuntimeException e) {
            if (AzureFaults.isStop(e)) {
                throw Work.stopped();
            }
            throw AzureFaults.ofWire(e);
        }
    }

    private static Answer read(HttpResponse response, Call call) throws CloudException {
        byte[] body = response.getBodyAsBinaryData().toBytes();
        boolean success = response.getStatusCode() < 300;
        JsonNode json = MissingNode.getInstance();
        try {
            json = body.length == 0 ? json : JSON.readTree(body);
        } catch (IOException _) {
            if (success) {
                throw AzureFaults.malformed("an unreadable answer");
            }
        }
        if (success) {
            return new Answer(json, "", Optional.empty());
        }
        // Older answers of the service have the inner object alone.
        JsonNode error = json.has("error") ? json.path("error") : json;
        String code = error.path("code").asText();
        String message = error.path("message").asText();
        return new Answer(json, code, Optional.of(AzureFaults.of(response, code, message, call)));
    }
}
