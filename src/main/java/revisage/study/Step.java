package revisage.study;

import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// A part of a study whose outputs are kept in a folder of its own and not made again.
///
/// The name, the settings and the inputs decide the outputs: the same three give the same bytes.
public interface Step {

    /// Name of its folder, for example `enrol-casia`; unique in the study.
    String name();

    /// Everything but the inputs that decides the outputs, as text.
    String settings();

    /// Hashes of everything it reads, by a name that does not depend on where it lies.
    Map<String, String> inputs() throws WorkException, InterruptedException;

    /// Does the work, or goes on with it: what an interrupted run of the same step left in the
    /// folder is still there.
    ///
    /// Every file it leaves, but for hidden ones, is an output.
    ///
    /// @param folder exists; nobody else writes there
    void run(Path folder, Consumer<? super Progress> events)
            throws WorkException, InterruptedException;
}
