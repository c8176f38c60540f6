package revisage.window.export;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import revisage.chart.Figure;
import revisage.chart.FigureFormat;
import revisage.chart.Proof;
import revisage.chart.Width;
import revisage.project.Project;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.FigureExport;
import revisage.study.SideBySide;
import revisage.study.SweepFigures;
import revisage.study.SweepFiles;
import revisage.study.SweepLine;
import revisage.study.SweepReport;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.StepState;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.window.cloud.CloudReports;
import revisage.window.extractors.ExtractorNames;
import revisage.window.reconstruct.ReconstructModel;
import revisage.window.risk.RiskModel;
import revisage.work.Work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be taken out of the project. Touched by the screen's thread only.
public final class ExportModel {

    /// Where it goes in the project, if nobody chooses.
    static final String FOLDER = "figures";

    private static final String WAYS = "cosine-over-queries";

    private final Workspace workspace;
    private final RiskModel risk;
    private final CloudReports clouds;
    private final ReconstructModel reconstructions;
    private final ExtractorNames extractors;
    private final ObjectProperty<StepState> step = new SimpleObjectProperty<>(StepState.NOTHING);
    private final ObjectProperty<Map<String, Figure>> figures =
            new SimpleObjectProperty<>(Map.of());
    private boolean writing;
    private final ObjectProperty<Optional<Problem>> problem =
            new SimpleObjectProperty<>(Optional.empty());
    private Optional<Path> written = Optional.empty();

    public ExportModel(
            Workspace workspace,
            RiskModel risk,
            ReconstructModel reconstructions,
            ExtractorNames extractors,
            CloudReports clouds) {
        this.extractors = extractors;
        this.clouds = clouds;
        this.workspace = workspace;
        this.risk = risk;
        this.reconstructions = reconstructions;
        risk.stateProperty().subscribe(_ -> refresh());
        clouds.allProperty().subscribe(_ -> refresh());
        extractors.bySha256().subscribe(_ -> refresh());
        reconstructions.runsProperty().subscribe(_ -> refresh());
        reconstructions.shownProperty().subscribe(_ -> load());
        workspace.projectProperty().subscribe(_ -> stand());
    }

    /// Looks again at what there is to be drawn.
    public void refresh() {
        var all = new LinkedHashMap<String, Figure>();
        risk.report()
                .ifPresent(r -> all.putAll(SweepFiles.figures(r, extractors.bySha256().get())));
        if (workspace.projectProperty().get().isPresent()) {
            reconstructions.ways().ifPresent(w -> all.put(WAYS, w));
        }
        all.putAll(ofClouds().all());
        if (!all.keySet().equals(figures.get().keySet())
                || risk.report().isPresent()
                || !clouds.allProperty().get().isEmpty()) {
            figures.set(all);
        }
        stand();
    }

    private CloudFigures ofClouds() {
        return new CloudFigures(clouds.allProperty().get(), workspace.words());
    }

    /// Reads back what the figures of runs need.
    public void load() {
        if (workspace.projectProperty().get().isEmpty()) {
            return;
        }
        for (RunEntry run : finished()) {
            reconstructions.load(run, _ -> refresh());
        }
    }

    private List<RunEntry> finished() {
        return reconstructions.runsProperty().get().stream().filter(RunEntry::finished).toList();
    }

    private void stand() {
        Words words = workspace.words();
        boolean done =
                written.isPresent()
                        && workspace.projectProperty().get().stream()
                                .anyMatch(p -> written.get().startsWith(p.folder()));
        step.set(
                writing
                        ? new StepState(StepState.Kind.RUNNING, words.of("export.writing"))
                        : problem.get().isPresent()
                                ? new StepState(StepState.Kind.PROBLEM, words.of("export.broken"))
                                : figures.get().isEmpty()
                                        ? StepState.NOTHING
                                        : done
                                                ? new StepState(
                                                        StepState.Kind.DONE,
                                                        words.of("export.written"))
                                                : new StepState(
                                                        StepState.Kind.READY,
                                                        words.of(
                                                                "export.ready",
                                                                Words.count(names().size()))));
    }

    /// What a reader must know of a figure or sheet.
    public String caption(String name) {
        Words words = workspace.words();
        Optional<RunEntry> run = sheet(name);
        if (run.isPresent()) {
            int n = reconstructions.targetsOf(run.get());
            return words.of(
                    "caption.sheet",
                    reconstructions.label(run.get()),
                    version(),
                    words.of(
                            n > SideBySide.ON_A_SHEET ? "caption.sheet.first" : "caption.sheet.all",
                            Words.count(n),
                            SideBySide.ON_A_SHEET),
                    attacked(run.stream()));
        }
        Optional<String> ofCloud = ofClouds().caption(name, version());
        if (ofCloud.isPresent()) {
            return ofCloud.get();
        }
        Optional<SweepReport> report = risk.report();
        if (name.equals(WAYS) || report.isEmpty()) {
            return words.of("caption.ways", runWords(), attacked(finished().stream()), version());
        }
        SweepReport r = report.get();
        String kind =
                name.equals("matrix")
                        ? "caption.matrix"
                        : name.startsWith("rates-over-n") ? "caption.n" : "caption.k";
        List<SweepLine> lines = lines(r, name);
        return words.of(
                kind,
                all(lines.stream().map(l -> Words.count(l.probes()))),
                r.plan().rule().numeral(),
                words.of("caption.methods", all(lines.stream().map(SweepLine::method)))
                        + attacked(r)
                        + words.of(
                                "caption.matchers",
                                all(
                                        lines.stream()
                                                .map(l -> hashed(l.matcher(), l.matcherSha256())))),
                version(),
                Words.count(new SweepFigures(r).fixed().getOrDefault(name, 0)));
    }

    /// Those that a figure shows.
    private static List<SweepLine> lines(SweepReport r, String figure) {
        String ending = ending(figure);
        return r.lines().stream()
                .filter(l -> ending.isEmpty() || SweepFigures.ending(l.matcher()).equals(ending))
                .toList();
    }

    /// Of a matcher's own figure; empty for those of all.
    private static String ending(String figure) {
        return figure.equals("matrix") ? "" : figure.replaceFirst("^rates-over-[kn]-?", "");
    }

    private static String all(Stream<String> words) {
        return words.distinct().collect(Collectors.joining(", "));
    }

    private String attacked(SweepReport r) {
        String attacked =
                r.lines().stream()
                        .flatMap(l -> l.attackedSha256().stream())
                        .distinct()
                        .map(sha -> hashed(r.nameOf(sha, extractors.bySha256().get()), sha))
                        .collect(Collectors.joining(", "));
        return attackedWords(attacked);
    }

    private String attacked(Stream<RunEntry> runs) {
        return attackedWords(
                all(
                        runs.flatMap(r -> extractors.hashOf(r.extractor()).stream())
                                .map(
                                        sha ->
                                                hashed(
                                                        extractors
                                                                .bySha256()
                                                                .get()
                                                                .getOrDefault(sha, ""),
                                                        sha))));
    }

    private String attackedWords(String attacked) {
        return attacked.isEmpty() ? "" : workspace.words().of("caption.attacked", attacked);
    }

    private static String hashed(String name, String sha256) {
        return name + " (SHA-256 " + sha256.substring(0, 12) + ")";
    }

    private String runWords() {
        return finished().stream()
                .map(
                        r ->
                                "%s (n = %s)"
                                        .formatted(
                                                reconstructions.label(r),
                                                Words.count(reconstructions.targetsOf(r))))
                .collect(Collectors.joining("; "));
    }

    private String version() {
        return "Revisage " + workspace.version();
    }

    /// Everything that can be looked at: figures first, then a contact sheet a reconstruction.
    public List<String> names() {
        var names = new ArrayList<>(figures.get().keySet());
        if (workspace.projectProperty().get().stream()
                .anyMatch(p -> p.file().photos().isPresent())) {
            finished().forEach(r -> names.add(sheetName(r)));
        }
        return names;
    }

    private static String sheetName(RunEntry run) {
        return "sheet-" + Words.name(run.folder());
    }

    private Optional<RunEntry> sheet(String name) {
        return finished().stream().filter(r -> sheetName(r).equals(name)).findFirst();
    }

    /// Whether it shows faces.
    boolean isSheet(String name) {
        return sheet(name).isPresent();
    }

    /// A PNG file's bytes: how it will look in print, or the sheet itself.
    ///
    /// @param dotsPerInch of the screen
    Work<Void, byte[]> proof(String name, Width width, double dotsPerInch) {
        Optional<RunEntry> run = sheet(name);
        if (run.isEmpty()) {
            Figure figure = Optional.ofNullable(figures.get().get(name)).orElseThrow();
            return _ -> Proof.png(figure, width, dotsPerInch);
        }
        Project project = workspace.project();
        Path folder = project.resolve(run.get().folder());
        Path photos = project.resolve(project.file().photos().orElseThrow());
        FaceCutting cutting = workspace.cutting();
        Engines engines = workspace.engines();
        return _ -> {
            try (var reader = cutting.open(engines)) {
                return SideBySide.of(folder, photos, reader.reader()).sheet().png();
            }
        };
    }

    /// Writes everything.
    public void write(Set<FigureFormat> formats, Width width, Path out) {
        Project project = workspace.project();
        var captions = new LinkedHashMap<String, String>();
        names().forEach(n -> captions.put(n, caption(n)));
        var runs = new LinkedHashMap<String, Path>();
        finished().forEach(r -> runs.put(sheetName(r), project.resolve(r.folder())));
        writing = true;
        problem.set(Optional.empty());
        stand();
        workspace
                .tasks()
                .start(
                        workspace.words().of("export.task"),
                        new FigureExport(
                                figures.get(),
                                captions,
                                formats,
                                width,
                                runs,
                                project.file().photos().map(project::resolve),
                                workspace.cutting(),
                                workspace.engines(),
                                out),
                        (Outcome<FigureExport.Result> outcome) -> ended(out, outcome));
    }

    private void ended(Path out, Outcome<FigureExport.Result> outcome) {
        writing = false;
        switch (outcome) {
            case Outcome.Done<FigureExport.Result>(var result) -> {
                written = Optional.of(out);
                workspace.tell(
                        workspace
                                .words()
                                .of("export.done", Words.count(result.files().size()), out));
            }
            case Outcome.Stopped<FigureExport.Result> _ -> {}
            case Outcome.Failed<FigureExport.Result>(Problem p) -> problem.set(Optional.of(p));
        }
        stand();
    }

    /// Why the figures could not be written.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem;
    }

    /// By name, in the order they are shown.
    public ReadOnlyObjectProperty<Map<String, Figure>> figuresProperty() {
        return figures;
    }

    /// How the step stands.
    public ReadOnlyObjectProperty<StepState> stepProperty() {
        return step;
    }

    private String matcher(String figure) {
        return risk.report().stream()
                .flatMap(r -> lines(r, figure).stream())
                .map(SweepLine::matcher)
                .findFirst()
                .orElse(ending(figure));
    }

    /// What a figure is called.
    String title(String name) {
        Words words = workspace.words();
        if (name.equals(WAYS)) {
            return words.of("figure.ways");
        }
        if (name.equals("matrix")) {
            return words.of("figure.matrix");
        }
        Optional<RunEntry> run = sheet(name);
        if (run.isPresent()) {
            return words.of("figure.sheet", reconstructions.label(run.get()));
        }
        Optional<String> ofCloud = ofClouds().title(name);
        if (ofCloud.isPresent()) {
            return ofCloud.get();
        }
        String rest = ending(name);
        String which = words.of(name.startsWith("rates-over-n") ? "figure.n" : "figure.k");
        return rest.isEmpty() ? which : which + ", " + matcher(name);
    }
}
