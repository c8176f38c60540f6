package revisage.window.shell;

import revisage.project.Project;
import revisage.project.ProjectFile;
import revisage.window.Chooser;
import revisage.window.Jobs.Outcome;
import revisage.window.Problem;
import revisage.window.Words;
import revisage.window.Workspace;
import revisage.work.Progress;
import revisage.work.Work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The ways into a project.
final class Opening {

    private final Workspace workspace;
    private final Chooser chooser;
    private final Optional<Work<Progress, Project>> demo;
    private Runnable missing = () -> {};

    /// @param demo makes the demo's project, or opens it where it was made before
    Opening(Workspace workspace, Chooser chooser, Optional<Work<Progress, Project>> demo) {
        this.workspace = workspace;
        this.chooser = chooser;
        this.demo = demo;
    }

    /// @param then when it is open
    void demo(Runnable then) {
        Words words = workspace.words();
        if (demo.isEmpty()) {
            workspace.tell(
                    new Problem(words.of("demo.missing"), words.of("demo.missing.remedy"), ""));
            return;
        }
        workspace
                .tasks()
                .start(
                        words.of("demo.task"),
                        demo.get(),
                        (Outcome<Project> outcome) -> {
                            opened(outcome);
                            if (outcome instanceof Outcome.Done<Project>) {
                                then.run();
                            }
                        });
    }

    void chooseProject() {
        chooser.folder(workspace.words().of("start.open")).ifPresent(this::project);
    }

    /// Opens a project's folder; a folder that is none becomes one.
    void project(Path folder) {
        workspace
                .jobs()
                .light(
                        _ -> {
                            if (Project.is(folder)) {
                                return Project.open(folder);
                            }
                            var fresh =
                                    new Project(
                                            folder,
                                            ProjectFile.empty(Words.name(folder.toString())));
                            fresh.save();
                            return fresh;
                        },
                        (Outcome<Project> outcome) -> opened(outcome));
    }

    /// Whether a project lies in a folder now.
    static boolean isThere(Path folder) {
        return Files.isRegularFile(folder.resolve(Project.FILE));
    }

    /// @param told when a recent project turns out to be gone
    void onMissing(Runnable told) {
        missing = told;
    }

    /// Opens a project that was there before; none is begun in its place.
    void recent(Path folder) {
        workspace.jobs().light(_ -> Project.open(folder), (Outcome<Project> o) -> openedOrGone(o));
    }

    private void openedOrGone(Outcome<Project> outcome) {
        opened(outcome);
        if (outcome instanceof Outcome.Failed<Project>) {
            missing.run();
        }
    }

    /// Asks where a recent project is now.
    void find(Path gone) {
        Words words = workspace.words();
        Optional<Path> chosen = chooser.folder(words.of("start.find.name", gone));
        chosen.ifPresent(
                folder ->
                        workspace
                                .jobs()
                                .light(
                                        _ -> Project.open(folder),
                                        (Outcome<Project> outcome) -> found(gone, outcome)));
    }

    private void found(Path gone, Outcome<Project> outcome) {
        if (outcome instanceof Outcome.Done<Project>) {
            workspace.prefer(p -> p.forgot(gone.toString()));
        }
        opened(outcome);
    }

    void chooseVectors() {
        chooser.file(workspace.words().of("leak.choose"), List.of()).ifPresent(this::vectors);
    }

    /// A project beside a vector file, opened if it was made before.
    void vectors(Path file) {
        String name = Words.name(file.toString()).replaceFirst("\\.[A-Za-z]+$", "");
        Path folder = file.toAbsolutePath().resolveSibling(name + "-revisage");
        workspace
                .jobs()
                .light(
                        _ -> {
                            if (Files.exists(folder.resolve(Project.FILE))) {
                                return Project.open(folder);
                            }
                            var fresh = new Project(folder, ProjectFile.empty(name));
                            var named = fresh.saying(fresh.file().withLeak(fresh.name(file)));
                            named.save();
                            return named;
                        },
                        (Outcome<Project> outcome) -> opened(outcome));
    }

    private void opened(Outcome<Project> outcome) {
        switch (outcome) {
            case Outcome.Done<Project>(Project project) -> workspace.open(project);
            case Outcome.Stopped<Project> _ -> {}
            case Outcome.Failed<Project>(Problem problem) -> workspace.tell(problem);
        }
    }
}
