package revisage.inquiry;

import revisage.project.Project;
import revisage.project.ProjectException;
import revisage.project.ProjectFile;
import revisage.project.ProjectFile.RunEntry;
import revisage.study.Engines;
import revisage.study.LiveRun;
import revisage.study.SweepReport;
import revisage.work.Gate;
import revisage.work.Progress;
import revisage.work.Work;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything of a project that is still to be done, as the window would do it: unfinished
/// reconstructions are finished, or the usual one is made where there is none, and the rates are
/// measured under every gallery. The project is saved after each step; what was done is not done
/// again, but the rates always are.
///
/// @param version of the program
public record WholeInquiry(Project project, Engines engines, String version)
        implements Work<Progress, WholeInquiry.Result> {

    private static final long USUAL_QUERIES = 300;

    /// @param project as it is now
    /// @param rebuilt reconstructions that were made or finished now, by name
    /// @param leftOut those of vectors that the file does not hold any more, by name
    public record Result(
            Project project, List<String> rebuilt, List<String> leftOut, SweepReport rates) {

        public Result {
            rebuilt = List.copyOf(rebuilt);
            leftOut = List.copyOf(leftOut);
        }
    }

    /// @throws ProjectException if the project names no vectors, no extractor or no gallery
    @Override
    public Result run(Consumer<? super Progress> events)
            throws WorkException, InterruptedException {
        ProjectFile file = project.file();
        require(file.leak().isPresent(), "vector file");
        require(file.attacked().isPresent(), "extractor that the vectors came from");
        require(!file.galleries().isEmpty(), "gallery");
        List<RunEntry> others = others(file);
        Project ours = project;
        for (RunEntry run : others) {
            ours = ours.saying(ours.file().withoutRun(run.folder()));
        }
        Project now =
                ours.file().runs().isEmpty() ? ours.saying(ours.file().withRun(usual())) : ours;
        List<RunEntry> open = now.file().runs().stream().filter(r -> !r.finished()).toList();
        for (RunEntry run : open) {
            now.save();
            new Inquiry(now, engines, version).attack(run, new LiveRun(), new Gate()).run(events);
            now = now.saying(now.file().withRun(run.ended()));
        }
        now.save();
        List<RunEntry> runs = now.file().runs();
        SweepReport rates = new Inquiry(now, engines, version).rates(runs).run(events);
        return new Result(
                now,
                open.stream().map(new RunNames(runs)::of).toList(),
                others.stream().map(new RunNames(file.runs())::of).toList(),
                rates);
    }

    private List<RunEntry> others(ProjectFile file) throws WorkException, InterruptedException {
        if (file.runs().isEmpty()) {
            return List.of();
        }
        Path leak = project.resolve(file.leak().orElseThrow());
        return new Inquiry(project, engines, version)
                .leaveOutRunsOfOthers(engines.vectorFiles().open(leak).vectors());
    }

    private void require(boolean there, String what) throws ProjectException {
        if (!there) {
            throw new ProjectException(
                    "The project %s names no %s.".formatted(project.folder(), what),
                    "Open it with 'revisage workbench' and add one.");
        }
    }

    private RunEntry usual() {
        return new RunEntry(
                project.name(project.free("rebuilt-full-vector-" + USUAL_QUERIES)),
                "full-vector",
                Optional.empty(),
                Optional.of(USUAL_QUERIES),
                1,
                List.of(),
                project.file().attacked().orElseThrow(),
                false);
    }
}
