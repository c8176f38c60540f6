package revisage.lineup.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A researcher's own server that takes answers, after having refused a few times.
final class AnswerServer implements AutoCloseable {

    private final HttpServer server;
    private int refusals;
    private byte[] received = {};

    AnswerServer(int refusals) throws IOException {
        this.refusals = refusals;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/answers", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/answers";
    }

    byte[] received() {
        return received.clone();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
        boolean refused = refusals-- > 0;
        if (!refused) {
            received = body;
        }
        exchange.sendResponseHeaders(refused ? 503 : 204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
