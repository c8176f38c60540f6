package revisage.window;

import revisage.project.Project;
import revisage.study.Engines;

import java.nio.file.Path;

/// A workspace without a toolkit: all work is done where it is asked for.
public final class PlainWorkspace {

    private PlainWorkspace() {}

    /// @param folder for the preferences
    public static Workspace of(Path folder, Engines engines) {
        var jobs = new Jobs(Runnable::run, Runnable::run, Runnable::run);
        return new Workspace(engines, jobs, folder.resolve("preferences.json"), "test");
    }

    /// With this project open.
    public static Workspace of(Project project, Engines engines) {
        Workspace workspace = of(project.folder().resolveSibling("user"), engines);
        workspace.open(project);
        return workspace;
    }
}
