package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import revisage.extract.StrictJson;
import revisage.lineup.AnswerFile;
import revisage.lineup.LineupFolder;
import revisage.lineup.LineupPlan;
import revisage.lineup.SimulatedPeople;
import revisage.lineup.Simulation;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/// `revisage lineup simulate`.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Lets people who are formulas take part: for teaching, for planning, for trying the"
                    + " analysis.",
            "",
            "Who knows the answer gives it; who does not picks somebody with probability --bias and"
                    + " else says 'none of them'. The answers say that they are simulated."
        },
        footer = {
            "",
            "Example: revisage lineup simulate lineup/ --people 60 --accuracy 0.5,0.1 --bias 0.6"
                    + " --out simulated.json"
        })
final class LineupSimulateVerb extends Verb {

    @Parameters(paramLabel = "STUDY", description = "A folder that 'lineup design' wrote.")
    private Path study = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "JSON",
            description = "The answers; outside the study's own answers, if those are real.")
    private Path out = Path.of("");

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "How many take part (default: as many as are planned).")
    private @Nullable Integer people;

    @Option(
            names = "--accuracy",
            split = ",",
            paramLabel = "P",
            description = "Probability to know: one, or one a method (default: 0.5).")
    private List<Double> accuracy = List.of(0.5);

    @Option(
            names = "--bias",
            defaultValue = "0.6",
            paramLabel = "P",
            description = "Probability to pick somebody when guessing (default: ${DEFAULT-VALUE}).")
    private double bias = 0.6;

    @Option(
            names = "--seconds",
            defaultValue = "9",
            paramLabel = "S",
            description = "An answer takes, geometric mean (default: ${DEFAULT-VALUE}).")
    private double seconds = 9;

    @Option(
            names = "--attention",
            defaultValue = "0.98",
            paramLabel = "P",
            description = "Probability to pass a check (default: ${DEFAULT-VALUE}).")
    private double attention = 0.98;

    @Mixin private SeedOption seed = new SeedOption();

    LineupSimulateVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Simulated(String out, int people, int entries, SimulatedPeople parameters) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        LineupPlan plan = LineupFolder.open(study).plan();
        int count = people == null ? plan.participants() : people;
        Checks.range(spec, "--people", count, 1, 100_000);
        SimulatedPeople parameters = parameters(plan);
        var entries = new Simulation(plan, parameters, seed.seed()).run(count);
        byte[] json =
                StrictJson.write(new AnswerFile(AnswerFile.SCHEMA, plan.fingerprint(), entries));
        WholeFile.write("write the answers", out, json);
        return new Answer(
                "%d simulated people answered; the answers are in %s.".formatted(count, out),
                new Simulated(out.toString(), count, entries.size(), parameters));
    }

    private SimulatedPeople parameters(LineupPlan plan) {
        int methods = plan.methods().size();
        if (accuracy.size() != 1 && accuracy.size() != methods) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--accuracy is one number, or %d: one a method.".formatted(methods));
        }
        List<Double> each =
                accuracy.size() == 1 ? Collections.nCopies(methods, accuracy.getFirst()) : accuracy;
        try {
            double room = each.stream().mapToDouble(a -> Math.min(a, 1 - a)).min().orElse(0) / 2;
            var usual = SimulatedPeople.usual(plan, 0.5, bias);
            return new SimulatedPeople(
                    each,
                    bias,
                    seconds,
                    attention,
                    usual.confidentKnowing(),
                    usual.confidentGuessing(),
                    Math.clamp(room, 0, usual.participantSpread()),
                    Math.clamp(room, 0, usual.targetSpread()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
