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
import revisage.work.Gate;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

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
        ProjectFile file = project.file();
        return new TargetsAttack(
                engines,
                version,
                project.resolve(file.leak().orElseThrow()),
                run.targets(),
                project.resolve(run.extractor()),
                file.publicFaces().map(project::resolve),
                cutting(),
                basisFolder(),
                file.components(),
                SearchChoice.spec(
                        run.search(),
                        run.queries().map(OptionalLong::of).orElse(OptionalLong.empty()),
                        OptionalDouble.empty()),
                run.seed(),
                live,
                gate,
                project.resolve(run.folder()));
    }

    /// How often the right person is found, for every K and N, under every gallery of the project;
    /// kept in its folder [#RATES].
    ///
    /// @param runs finished
    /// @param names of the runs, one each
    public Work<Progress, SweepReport> rates(
            List<RunEntry> runs, List<String> names, PhotoRule rule) {
        return events -> measure(runs, names, rule, events);
    }

    private SweepReport measure(
            List<RunEntry> runs,
            List<String> names,
            PhotoRule rule,
            Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        var sets = new ArrayList<ProbeSet>();
        for (int i = 0; i < runs.size(); i++) {
            for (ProbeSet set : ProbeSet.in(project.resolve(runs.get(i).folder()))) {
                String name = unique(names.get(i), sets);
                sets.add(new ProbeSet(name, set.attacked(), set.probes()));
            }
        }
        SweepReport report =
                new Sweep(
                                galleries(),
                                sets,
                                Optional.empty(),
                                plan(rule),
                                cutting(),
                                DeviceChoice.AUTO,
                                engines,
                                version)
                        .run(events);
        SweepFiles.writeReport(report, project.folder().resolve(RATES));
        return report;
    }

    private static String unique(String name, List<ProbeSet> sets) {
        String free = name;
        for (int i = 2; taken(free, sets); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }

    private static boolean taken(String name, List<ProbeSet> sets) {
        return sets.stream().anyMatch(s -> s.method().equals(name));
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
