package revisage.lineup.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real browser without a screen, driven by its own debugging protocol (Chrome DevTools Protocol)
/// as a person drives it: clicks at places and keys.
final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private String session = "";

    private Chromium(Process process, String address) {
        this.process = process;
        this.socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(URI.create(address), new Ear())
                        .join();
    }

    /// Where the browser is on this machine.
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(n -> Path.of(folder, n)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param profile what the browser keeps between two starts
    static Chromium start(Path program, Path profile, int width, int height) throws Exception {
        Files.createDirectories(profile);
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-extensions",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--remote-debugging-port=0",
                                "--window-size=" + width + "," + height,
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolve("said.txt").toFile())
                        .start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 600 && !ready(port); i++) {
            if (!process.isAlive()) {
                throw new IOException(Files.readString(profile.resolve("said.txt")));
            }
            Thread.sleep(50);
        }
        List<String> lines = Files.readAllLines(port);
        Files.delete(port);
        var browser =
                new Chromium(process, "ws://127.0.0.1:" + lines.get(0).strip() + lines.get(1));
        browser.tab();
        browser.tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return browser;
    }

    private static boolean ready(Path port) throws IOException {
        return Files.exists(port) && Files.readAllLines(port).size() == 2;
    }

    private void tab() throws Exception {
        String target =
                tell("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
        session =
                tell("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                        .path("sessionId")
                        .asText();
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            tell(domain + ".enable", Map.of());
        }
    }

    JsonNode tell(String method, Map<String, Object> parameters) throws Exception {
        int number = numbers.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", number).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty() && !method.startsWith("Target.") && !method.startsWith("Browser.")) {
            message.put("sessionId", session);
        }
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(number, answer);
        socket.sendText(message.toString(), true).join();
        JsonNode said = answer.get(30, TimeUnit.SECONDS);
        if (said.has("error")) {
            throw new AssertionError(method + ": " + said.path("error"));
        }
        return said.path("result");
    }

    /// Goes there and waits until the page is loaded.
    void open(String address) throws Exception {
        tell("Page.navigate", Map.of("url", address));
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// What a script says, as JSON.
    JsonNode ask(String script) throws Exception {
        JsonNode said =
                tell(
                        "Runtime.evaluate",
                        Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (said.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + said.path("exceptionDetails"));
        }
        return said.path("result").path("value");
    }

    /// Waits until the script says true.
    void await(String script) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!ask("Boolean(" + script + ")").asBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("in vain: " + script + "\n" + words() + complaints);
            }
            Thread.sleep(20);
        }
    }

    /// All that can be read.
    String words() throws Exception {
        return ask("document.body.innerText").asText();
    }

    /// Presses the first element of this sort whose words contain these, where it stands.
    void click(String selector, String words) throws Exception {
        String find =
                "[...document.querySelectorAll('%s')].find(e => e.innerText.includes('%s'))"
                        .formatted(selector, words);
        click(find);
    }

    /// Presses what the script finds, where it stands.
    void click(String find) throws Exception {
        await("Boolean(" + find + ")");
        JsonNode box =
                ask(
                        "(() => { const e = "
                                + find
                                + "; e.scrollIntoView({block: 'nearest'});"
                                + " const r = e.getBoundingClientRect();"
                                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            tell(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            box.get(0).asDouble(),
                            "y",
                            box.get(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /// One key, for example `3`, `Enter` or `ArrowRight`.
    void key(String key) throws Exception {
        int code =
                switch (key) {
                    case "Enter" -> 13;
                    case "ArrowLeft" -> 37;
                    case "ArrowRight" -> 39;
                    default -> key.charAt(0);
                };
        var event = new java.util.HashMap<String, Object>();
        event.put("type", "keyDown");
        event.put("key", key);
        event.put("windowsVirtualKeyCode", code);
        if (key.equals("Enter") || key.length() == 1) {
            event.put("text", key.equals("Enter") ? "\r" : key);
        }
        tell("Input.dispatchKeyEvent", event);
        event.put("type", "keyUp");
        event.remove("text");
        tell("Input.dispatchKeyEvent", event);
    }

    void downloadsTo(Path folder) throws Exception {
        tell(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    void shoot(Path png) throws Exception {
        String data = tell("Page.captureScreenshot", Map.of("format", "png")).path("data").asText();
        Files.write(png, Base64.getDecoder().decode(data));
    }

    void dark(boolean dark) throws Exception {
        tell(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        dark ? "dark" : "light"))));
    }

    /// Every address that the page asked for.
    List<String> asked() {
        return List.copyOf(asked);
    }

    /// What the browser's console holds of errors and warnings.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// As a crash does it.
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        socket.abort();
        kill();
    }

    private void hear(JsonNode said) {
        if (said.has("id")) {
            waiting.remove(said.path("id").asInt()).complete(said);
            return;
        }
        JsonNode told = said.path("params");
        switch (said.path("method").asText()) {
            case "Network.requestWillBeSent" ->
                    asked.add(told.path("request").path("url").asText());
            case "Runtime.exceptionThrown" -> complaints.add(told.toString());
            case "Log.entryAdded" -> complaints.add(told.path("entry").path("text").asText());
            default -> {}
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    hear(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                } finally {
                    text.setLength(0);
                }
            }
            from.request(1);
            return null;
        }
    }
}
