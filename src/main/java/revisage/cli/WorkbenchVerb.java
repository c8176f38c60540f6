package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import revisage.study.Engines;
import revisage.work.FileException;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// `revisage workbench`, which is also what `revisage` alone does.
@Command(
        name = "workbench",
        description = {
            "Opens the window: leak, extractors, gallery, reconstruction as it forms, matches,"
                    + " risk, figures.",
            "",
            "A project is a folder with one readable file; what is computed is kept in it."
        },
        footer = {"", "Examples:", "  revisage workbench --demo", "  revisage workbench project/"})
final class WorkbenchVerb extends Verb {

    @Parameters(
            arity = "0..1",
            paramLabel = "PROJECT",
            description = "A project's folder; a folder that is none becomes one.")
    private @Nullable Path project;

    @Option(names = "--demo", description = "Open the demo.")
    private boolean demo;

    WorkbenchVerb(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Window window = window().filter(Window::hasScreen).orElseThrow(NoScreenException::new);
        Path named = project;
        if (named != null && !Files.isDirectory(named)) {
            throw new FileException(
                    "%s is no folder.".formatted(named), "Name a project's folder.");
        }
        window.open(Optional.ofNullable(named), demo);
        return new Answer("", Map.of());
    }

    private Optional<Window> window() {
        return spec.root().userObject() instanceof Revisage root
                ? root.surroundings().window()
                : Optional.empty();
    }
}
