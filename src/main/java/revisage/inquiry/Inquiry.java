package revisage.inquiry;

import revisage.extract.DeviceChoice;
import revisage.measure.Counting;
import revisage.people.WhichFace;
import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.Engines;
import revisage.study.FaceCutting;
import revisage.study.LiveRun;
import revisage.study.PhotoRule;
import revisage.study.ProbeSet;
import revisage.study.SearchChoice;
import revisage.study.Sweep;
import revisage.study.SweepFiles;
import revisage.study.SweepPlan;
import revisage.study.SweepReport;
import revisage.study.TargetsAttack;
import revisage.study.VectorsMark;
import revisage.vector.VectorSet;
import revisage.work.FileException;
import revisage.work.Gate;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A project as it is, and what can be worked out from it.
///
/// @param version of the program, noted in what is written
public record Inquiry(Project project, Engines engines, String version) {

    /// Where the rates lie in the project.
    public static final String RATES = "risk";

    private static final List<Integer> KS = List.of(1, 2, 3, 5, 10, 15, 20, 25, 30, 35, 40);

    /// How faces are cut out of the project's pictures.
    public FaceCutting cutting() {
        return new FaceCutting(project.file().finder().map(project::resolve), WhichFace.LARGEST);
    }

    /// Where the basis for the attacked extractor lies, or will lie.
    public Path basisFolder() {
        String attacked =
                project.file()
                        .attacked()
                        .map(a -> a.replaceFirst("^.*[/\\\\](?=.)", ""))
                        .map(a -> a.replaceFirst("(?i)\\.onnx$", ""))
                        .orElse("none");
        return project.folder().resolve("basis-" + attacked + "-" + project.file().components());
    }

    /// A reconstruction that the project names, from its beginning or from where it was stopped.
    ///
    /// @param live told everything
    /// @param gate where it waits while it is paused
    public TargetsAttack attack(RunEntry run, LiveRun live, Gate gate) {
        return new TargetsAttack(
                engines,
                version,
                project.resolve(project.file().leak().orElseThrow()),
                run.targets(),
                project.resolve(run.extractor()),
                run.network()
                        .<TargetsAttack.Way>map(
                                n -> new TargetsAttack.Way.Network(project.resolve(n.file())))
                        .orElseGet(() -> search(run)),
                run.seed(),
                live,
                gate,
                project.resolve(run.folder()));
    }

    private TargetsAttack.Way search(RunEntry run) {
        ProjectFile file = project.file();
        return new TargetsAttack.Way.Search(
                SearchChoice.spec(
                        run.search(),
                        run.queries().map(OptionalLong::of).orElse(OptionalLong.empty()),
                        OptionalDouble.empty()),
                file.publicFaces().map(project::resolve),
                cutting(),
                basisFolder(),
                file.components());
    }

    /// Finds the runs that were made when the vector file held other vectors: their faces are
    /// nobody's here. Where there are any, the rates are put out of the way; their folder stays
    /// beside.
    ///
    /// @return those runs, which the project still names
    /// @throws FileException if the folder of the rates cannot be renamed
    public List<RunEntry> leaveOutRunsOfOthers(VectorSet leaked)
            throws WorkException, InterruptedException {
        var others = new ArrayList<RunEntry>();
        for (RunEntry run : project.file().runs()) {
            Work.pausePoint();
            if (VectorsMark.otherThan(leaked, run.targets(), project.resolve(run.folder()))) {
                others.add(run);
            }
        }
        if (!others.isEmpty()) {
            setRatesAside();
        }
        return others;
    }

    private void setRatesAside() throws WorkException {
        Path rates = project.folder().resolve(RATES);
        if (Files.exists(rates)) {
            try {
                Files.move(rates, project.free(RATES + "-of-former-vectors"));
            } catch (IOException e) {
                throw FileException.of("rename the folder", rates, e);
            }
        }
    }

    /// Whether source photos may be found, as the project says.
    public PhotoRule rule() {
        return project.file().typeI().orElse(false) ? PhotoRule.TYPE_I : PhotoRule.TYPE_II;
    }

    /// How often the right person is found, for every K and N, under every gallery of the project;
    /// kept in its folder [#RATES].
    ///
    /// @param runs finished
    public Work<Progress, SweepReport> rates(List<RunEntry> runs) {
        return events -> measure(runs, events);
    }

    private SweepReport measure(List<RunEntry> runs, Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        SweepReport report =
                new Sweep(
                                galleries(),
                                probes(runs),
                                Optional.empty(),
                                plan(rule()),
                                cutting(),
                                DeviceChoice.AUTO,
                                engines,
                                version)
                        .run(events);
        SweepFiles.writeReport(report, project.folder().resolve(RATES));
        return report;
    }

    /// The faces of reconstructions, by the names of those.
    ///
    /// @param runs finished
    public List<ProbeSet> probes(List<RunEntry> runs) throws WorkException, InterruptedException {
        var names = new RunNames(project.file().runs());
        var sets = new ArrayList<ProbeSet>();
        for (RunEntry run : runs) {
            for (ProbeSet set : ProbeSet.in(project.resolve(run.folder()))) {
                sets.add(new ProbeSet(names.of(run), set.attacked(), set.probes()));
            }
        }
        return sets;
    }

    private List<Sweep.GalleryAt> galleries() {
        return project.file().galleries().stream()
                .map(
                        g ->
                                new Sweep.GalleryAt(
                                        project.resolve(g.folder()),
                                        Optional.of(project.resolve(g.extractor()))))
                .toList();
    }

    private static SweepPlan plan(PhotoRule rule) {
        return new SweepPlan(
                KS,
                Optional.empty(),
                List.of(Counting.PICTURES, Counting.PEOPLE),
                rule,
                OptionalDouble.empty(),
                1);
    }
}
