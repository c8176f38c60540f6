package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import revisage.lineup.ConfidenceScale;
import revisage.lineup.Forms;
import revisage.lineup.LineupPlan;
import revisage.lineup.LineupWords;
import revisage.lineup.PassRule;
import revisage.lineup.design.LineupDesign;
import revisage.lineup.design.LineupDesigning;
import revisage.lineup.design.LineupPower;
import revisage.lineup.design.PhotoPool;
import revisage.lineup.design.Source;
import revisage.study.Engines;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// `revisage lineup design`.
@Command(
        name = "design",
        mixinStandardHelpOptions = true,
        description = {
            "Draws a visual study from reconstructions and what a matcher found for them.",
            "",
            "Name --reconstructions and --matches once for each method; all methods must have"
                + " reconstructed the same people. Nobody sees a person twice, all targets are seen"
                + " equally often, and what is shown has names that say nothing. Leaves"
                + " lineup.json, pictures/ and key.json (which names stand behind the codes: keep"
                + " it). A study that cannot answer its question is refused."
        },
        footer = {
            "",
            "Examples:",
            "  revisage lineup design --reconstructions again/ --matches matches.csv --photos"
                    + " gallery/ --out lineup/",
            "  revisage lineup design --reconstructions full/ --matches full.csv"
                    + " --reconstructions linear/ --matches linear.csv --photos gallery/"
                    + " --targets 5 --absent 0.2 --participants 200 --pairs 10 --out lineup/"
        })
final class LineupDesignVerb extends Verb {

    @Option(
            names = "--reconstructions",
            required = true,
            paramLabel = "DIR",
            description = "A folder that 'reconstruct' wrote; once a method.")
    private List<Path> reconstructions = new ArrayList<>();

    @Option(
            names = "--matches",
            required = true,
            paramLabel = "CSV",
            description = "What 'match' wrote for it; once a method, in the same order.")
    private List<Path> matches = new ArrayList<>();

    @Option(
            names = "--label",
            paramLabel = "WORDS",
            description = "What a method is called; once a method (default: its own name).")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--photos",
            required = true,
            paramLabel = "DIR",
            description = "The gallery that was searched, or the labelled folder it was made from.")
    private Path photos = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
    private Path out = Path.of("");

    @Option(
            names = "--title",
            defaultValue = "Who is it?",
            description = "What participants read first (default: ${DEFAULT-VALUE}).")
    private String title = "Who is it?";

    @Option(
            names = "-k",
            defaultValue = "5",
            description = "Photos beside each reconstruction, 2 to 20 (default: ${DEFAULT-VALUE}).")
    private int k = 5;

    @Option(
            names = "--targets",
            defaultValue = "5",
            paramLabel = "N",
            description = "Questions a method for each participant (default: ${DEFAULT-VALUE}).")
    private int targets = 5;

    @Option(
            names = "--all-targets",
            paramLabel = "N",
            description =
                    "Different targets in all (default: as many as there are, at most ten times"
                            + " what a participant sees).")
    private @Nullable Integer allTargets;

    @Option(
            names = "--absent",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "Questions without the target, 0 to 0.5 (default: ${DEFAULT-VALUE}).")
    private double absent = 0.2;

    @Option(
            names = "--participants",
            defaultValue = "200",
            paramLabel = "N",
            description = "How many are planned (default: ${DEFAULT-VALUE}).")
    private int participants = 200;

    @Option(
            names = "--options",
            defaultValue = "CONTROLLED",
            description =
                    "Photos: ${COMPLETION-CANDIDATES}: with the target or without it as designed,"
                            + " or the matcher's first K as they are (default: ${DEFAULT-VALUE}).")
    private LineupPlan.Options options = LineupPlan.Options.CONTROLLED;

    @Option(names = "--one-choice", description = "One photo may be picked, not several.")
    private boolean oneChoice;

    @Option(
            names = "--confidence",
            defaultValue = "LIKERT",
            description =
                    "${COMPLETION-CANDIDATES}: 1 to 5, or -3 to +3 (default: ${DEFAULT-VALUE}).")
    private ConfidenceScale confidence = ConfidenceScale.LIKERT;

    @Option(names = "--anonymous", description = "Age band and gender are not asked.")
    private boolean anonymous;

    @Option(
            names = "--language",
            split = ",",
            paramLabel = "CODE",
            description = "en, de; the first is the usual one (default: all).")
    private List<String> languages = LineupWords.LANGUAGES;

    @Option(
            names = "--consent",
            paramLabel = "CODE=FILE",
            description = "Your own words that are agreed to, by language (a text file).")
    private Map<String, Path> consent = new LinkedHashMap<>();

    @Option(
            names = "--identical",
            defaultValue = "1",
            paramLabel = "N",
            description = "Checks with the very same picture (default: ${DEFAULT-VALUE}).")
    private int identical = 1;

    @Option(
            names = "--instructed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Checks with words what to pick (default: ${DEFAULT-VALUE}).")
    private int instructed = 1;

    @Option(
            names = "--may-fail",
            defaultValue = "1",
            paramLabel = "N",
            description = "Checks one may fail and still count (default: ${DEFAULT-VALUE}).")
    private int mayFail = 1;

    @Option(
            names = "--least-seconds",
            defaultValue = "1.5",
            paramLabel = "S",
            description =
                    "Median time a question below which one does not count (default:"
                            + " ${DEFAULT-VALUE}).")
    private double leastSeconds = 1.5;

    @Option(
            names = "--pairs",
            defaultValue = "0",
            paramLabel = "N",
            description = "Pairs of the short ability test (default: none).")
    private int pairs;

    @Mixin private SeedOption seed = new SeedOption();

    LineupDesignVerb(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Designed(
            String out,
            String study,
            int methods,
            int targets,
            int questions,
            int checks,
            int pairs,
            int minutes,
            LineupPower power,
            List<Machine> machine) {}

    /// What the machine reached with a method.
    record Machine(String method, String label, int probes, int found) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        boolean once = new HashSet<>(reconstructions).size() == reconstructions.size();
        if (matches.size() != reconstructions.size()
                || !once
                || (!labels.isEmpty() && labels.size() != matches.size())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--reconstructions, --matches and --label are named once a method, in the same"
                            + " order.");
        }
        LineupDesign design = design();
        var sources = new ArrayList<Source>();
        for (int i = 0; i < matches.size(); i++) {
            Optional<String> label =
                    labels.isEmpty() ? Optional.empty() : Optional.of(labels.get(i));
            sources.add(Source.read(reconstructions.get(i), matches.get(i), label));
        }
        PhotoPool pool = PhotoPool.of(photos, engines.photos());
        return answer(
                new LineupDesigning(design, sources, pool, engines.photos(), out).run(progress));
    }

    private LineupDesign design() throws WorkException {
        Map<String, String> words = new LinkedHashMap<>();
        for (Map.Entry<String, Path> each : consent.entrySet()) {
            try {
                words.put(each.getKey(), Files.readString(each.getValue()).strip());
            } catch (IOException e) {
                throw FileException.of("read the consent", each.getValue(), e);
            }
        }
        Integer all = allTargets;
        try {
            return new LineupDesign(
                    title,
                    seed.seed(),
                    k,
                    targets,
                    all == null ? OptionalInt.empty() : OptionalInt.of(all),
                    absent,
                    participants,
                    options,
                    !oneChoice,
                    confidence,
                    !anonymous,
                    languages,
                    words,
                    identical,
                    instructed,
                    new PassRule(mayFail, leastSeconds),
                    pairs);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Answer answer(LineupDesigning.Result result) {
        LineupPlan plan = result.study().plan();
        LineupPower power = result.power();
        int minutes = new Forms(plan).minutes();
        var text = new StringBuilder();
        text.append(
                "%d targets, %d methods: %d questions and %d checks a participant, about %d minutes.%n"
                        .formatted(
                                plan.targets().size(),
                                plan.methods().size(),
                                plan.questions(),
                                plan.checks().size(),
                                minutes));
        for (var method : plan.methods()) {
            text.append(
                    "  %s: the machine found %d of %d among its first %d%n"
                            .formatted(method.label(), method.found(), method.probes(), plan.k()));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%d participants would see in four of five studies: %.2f from chance, %.2f"
                                + " between two methods.%n",
                        power.participants(),
                        power.fromChance(),
                        power.betweenMethods()));
        text.append("The study is in ").append(out).append("; key.json there stays with you.");
        return new Answer(
                text.toString(),
                new Designed(
                        out.toString(),
                        plan.fingerprint(),
                        plan.methods().size(),
                        plan.targets().size(),
                        plan.questions(),
                        plan.checks().size(),
                        plan.ability().size(),
                        minutes,
                        power,
                        plan.methods().stream()
                                .map(m -> new Machine(m.code(), m.label(), m.probes(), m.found()))
                                .toList()));
    }
}
