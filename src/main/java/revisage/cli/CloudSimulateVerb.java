package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import revisage.cloud.simulate.ExtractorEye;
import revisage.cloud.simulate.MishapPlan;
import revisage.cloud.simulate.Mishaps;
import revisage.cloud.simulate.SeededMishaps;
import revisage.cloud.simulate.Simulator;
import revisage.face.FaceFinder;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;

/// `revisage cloud simulate`.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the wire protocol of a face recognition service on this machine, for class"
                    + " rooms and rehearsals.",
            "",
            "A local extractor recognises the faces. Only this machine is answered, no credentials"
                    + " are needed, nothing is written to disk. Numbers made with it are marked as"
                    + " a simulator's. Ctrl+C ends it."
        },
        footer = {
            "",
            "Example: revisage cloud simulate rekognition --extractor F.onnx --port 8765",
            "    then revisage cloud match --service rekognition --endpoint"
                    + " http://127.0.0.1:8765 ...",
            "",
            "A script of troubles is JSON: {\"schema\": 1, \"faults\": [{\"from\": 3, \"to\": 5,"
                    + " \"fault\": \"THROTTLE\", \"seconds\": 1}, {\"operation\": \"IndexFaces\","
                    + " \"from\": 2, \"fault\": \"LOST\"}]}."
        })
final class CloudSimulateVerb extends Verb {

    private static final long GLANCE_MILLIS = 200;

    /// Which service; the second name is the one of `cloud match`.
    private enum Which {
        REKOGNITION(Simulator.Service.REKOGNITION, "Amazon Rekognition", 5),
        AZURE(Simulator.Service.AZURE, "Azure Face", 10);

        private final Simulator.Service service;
        private final String title;
        private final double quota;

        Which(Simulator.Service service, String title, double quota) {
            this.service = service;
            this.title = title;
            this.quota = quota;
        }
    }

    @Parameters(paramLabel = "SERVICE", description = "${COMPLETION-CANDIDATES}.")
    private Which which = Which.REKOGNITION;

    @Mixin private ExtractorOptions extractor = new ExtractorOptions();

    @Option(
            names = "--finder",
            paramLabel = "YUNET",
            description = "A YuNet face detector (ONNX); without one, square pictures are faces.")
    private @Nullable Path finder;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "Where to listen (default: any free port).")
    private int port;

    @Option(
            names = "--tps",
            paramLabel = "N",
            description = "Requests a second before it throttles; 0: any (default: the service's).")
    private @Nullable Double perSecond;

    @Option(
            names = "--training",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "How long Azure's training takes (default: ${DEFAULT-VALUE}).")
    private double training = 2;

    @Option(names = "--faults", paramLabel = "SCRIPT", description = "A script of troubles.")
    private @Nullable Path faults;

    @Option(names = "--seed", description = "Troubles by dice instead of a script.")
    private @Nullable Long seed;

    @Option(
            names = "--fault-rate",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description =
                    "With --seed: of how many requests, 0 to 0.5 (default: ${DEFAULT-VALUE}).")
    private double rate = 0.05;

    CloudSimulateVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Served(String address, String extractor, Map<String, Long> requests) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Checks.range(spec, "--port", port, 0, 65_535);
        Simulator.Day day = day();
        Optional<FaceFinder> found = found();
        try (ExtractorEye eye = new ExtractorEye(extractor.open(engines), found);
                Simulator simulator = Simulator.start(which.service, port, eye, day)) {
            say(simulator, eye);
            serve(simulator, progress);
            var requests = new TreeMap<>(simulator.requests());
            return new Answer(
                    text(requests), new Served(simulator.address(), eye.name(), requests));
        }
    }

    private void say(Simulator simulator, ExtractorEye eye) {
        var err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "Simulator of %s, with %s, at %s (Ctrl+C ends it)%n",
                which.title,
                eye.name(),
                simulator.address());
        err.flush();
    }

    /// Until somebody stops it: that is how a simulator ends, not a failure.
    private static void serve(Simulator simulator, Consumer<Progress> progress) {
        try {
            while (true) {
                long requests = simulator.requests().values().stream().mapToLong(n -> n).sum();
                progress.accept(new Progress("serve", requests, 0, "requests"));
                Thread.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException _) {
            // The end.
        }
    }

    private Simulator.Day day() throws WorkException {
        double quota = Optional.ofNullable(perSecond).orElse(which.quota);
        refuseUnless(quota >= 0 && quota <= 1e6, "--tps is 0 to 1000000.");
        refuseUnless(training >= 0 && training <= 86_400, "--training is 0 to 86400 seconds.");
        return new Simulator.Day(
                mishaps(),
                quota == 0 ? OptionalDouble.empty() : OptionalDouble.of(quota),
                Duration.ofMillis(Math.round(training * 1000)),
                InstantSource.system());
    }

    private Mishaps mishaps() throws WorkException {
        Path script = faults;
        Long dice = seed;
        refuseUnless(script == null || dice == null, "--faults and --seed exclude each other.");
        refuseUnless(rate >= 0 && rate <= 0.5, "--fault-rate is 0 to 0.5.");
        if (script != null) {
            return MishapPlan.read(script);
        }
        return dice == null ? Mishaps.none() : new SeededMishaps(dice, rate);
    }

    private void refuseUnless(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private Optional<FaceFinder> found() throws WorkException {
        Path yunet = finder;
        return yunet == null ? Optional.empty() : Optional.of(engines.faceFinder(yunet));
    }

    private static String text(Map<String, Long> requests) {
        var text = new StringBuilder("Ended. Nothing that was enrolled is kept.\n");
        requests.forEach(
                (operation, count) ->
                        text.append(String.format(Locale.ROOT, "  %,7d %s%n", count, operation)));
        return text.toString();
    }
}
