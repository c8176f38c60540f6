package revisage.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What all verbs share: the engines, where results and progress go, and the exit codes (see
/// [CommandLineProgram]).
abstract class Verb implements Callable<Integer> {

    @Mixin protected CommonOptions common = new CommonOptions();

    @Spec protected CommandSpec spec;

    protected final Engines engines;

    /// @param engines opened lazily: building a verb loads nothing native
    protected Verb(Engines engines) {
        this.engines = engines;
    }

    /// Does the work.
    ///
    /// @param progress shown as a bar on stderr
    /// @return what to say: shown as text, or as JSON with `--json`
    protected abstract Answer run(Consumer<Progress> progress)
            throws WorkException, InterruptedException;

    @Override
    public final Integer call() throws WorkException, InterruptedException {
        Answer answer;
        try (ProgressLine line = progressLine()) {
            answer = run(line::show);
        }
        String verb = spec.qualifiedName().substring(spec.root().name().length() + 1);
        answer.print(spec.commandLine().getOut(), common.json, verb);
        return 0;
    }

    private ProgressLine progressLine() {
        boolean terminal =
                spec.root().userObject() instanceof Revisage root && root.surroundings().terminal();
        return new ProgressLine(spec.commandLine().getErr(), common.quiet, terminal);
    }
}
