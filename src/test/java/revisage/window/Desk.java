package revisage.window;

import revisage.project.Project;
import revisage.study.FakeEngines;
import revisage.window.extractors.ExtractorsModel;
import revisage.window.gallery.GalleryModel;
import revisage.window.leak.LeakModel;
import revisage.window.reconstruct.ReconstructModel;

import java.nio.file.Path;
import java.util.concurrent.Executor;

/// A workspace without a window: what is started is done when the call returns, unless a lane is
/// given.
public final class Desk {

    public final Workspace workspace;
    public final LeakModel leak;
    public final ExtractorsModel extractors;
    public final GalleryModel galleries;
    public final ReconstructModel reconstruct;

    public Desk(Path folder) {
        this(folder, Runnable::run, Runnable::run);
    }

    /// @param heavy where long work runs
    /// @param screen where its news and ends are told
    public Desk(Path folder, Executor heavy, Executor screen) {
        workspace =
                new Workspace(
                        new FakeEngines(),
                        new Jobs(heavy, Runnable::run, screen),
                        folder.resolve("preferences.json"),
                        "test");
        extractors = new ExtractorsModel(workspace);
        leak = new LeakModel(workspace);
        galleries = new GalleryModel(workspace, extractors);
        reconstruct = new ReconstructModel(workspace, leak, extractors);
    }

    public Desk open(Project project) {
        workspace.open(project);
        return this;
    }
}
