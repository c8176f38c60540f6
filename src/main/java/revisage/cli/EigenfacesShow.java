package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import revisage.store.StoredBasis;
import revisage.study.BasisSheet;
import revisage.study.Engines;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/// `revisage eigenfaces show`.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Draws a basis as a contact sheet: the mean face, and what it becomes two standard"
                    + " deviations along each of the first axes, with the share of the variance"
                    + " each keeps."
        },
        footer = {"", "Example: revisage eigenfaces show basis.safetensors --out sheet.png"})
final class EigenfacesShow extends Verb {

    @Parameters(paramLabel = "BASIS", description = "A file that 'eigenfaces fit' wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PNG",
            description = "The contact sheet.")
    private Path out = Path.of("");

    @Option(
            names = "--axes",
            defaultValue = "32",
            paramLabel = "N",
            description = "How many axes are drawn (default: ${DEFAULT-VALUE}).")
    private int axes = 32;

    EigenfacesShow(Engines engines) {
        super(engines);
    }

    /// `--json`.
    record Shown(
            String basis,
            String out,
            int components,
            Optional<Double> varianceKept,
            Optional<String> extractor,
            Optional<String> sha256,
            Optional<Long> sharedQueries,
            SortedMap<String, String> madeFrom) {}

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        Checks.range(spec, "--axes", axes, 1, 1_000);
        StoredBasis stored = StoredBasis.read(file);
        var basis = stored.basis();
        var sheet = new BasisSheet(basis, axes);
        sheet.sheet().write(out);
        var text = new StringBuilder();
        text.append(
                "%s: %d axes%s%n"
                        .formatted(file, basis.components(), sheet.keptWords(basis.components())));
        basis.madeFrom().forEach((key, value) -> text.append("  %-16s %s%n".formatted(key, value)));
        text.append(
                stored.prepared()
                        .map(
                                p ->
                                        "  %-16s %s, %d shared queries%n"
                                                .formatted(
                                                        "prepared for",
                                                        p.extractor(),
                                                        p.knowledge().queries()))
                        .orElse("  %-16s no extractor%n".formatted("prepared for")));
        text.append("The contact sheet is ").append(out).append('.');
        return new Answer(
                text.toString(),
                new Shown(
                        file.toString(),
                        out.toString(),
                        basis.components(),
                        sheet.kept(basis.components()),
                        stored.prepared().map(StoredBasis.Prepared::extractor),
                        stored.prepared().map(p -> p.knowledge().extractor()),
                        stored.prepared().map(p -> p.knowledge().queries()),
                        basis.madeFrom()));
    }
}
