package revisage.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import revisage.study.Engines;
import revisage.vector.LeakedFile;
import revisage.vector.VectorHealth;
import revisage.work.Progress;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// `revisage vectors show FILE`.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a file of feature vectors holds: format, count, dimension, lengths, people,"
                    + " and what is wrong with it (NaN, zero vectors, duplicates).",
            "",
            "Reads .npy, .npz, CSV and other tables in text, JSON, JSON Lines, safetensors and"
                + " Parquet, told by content and not by name. Pickles (.pkl, .pt) are not opened:"
                + " they could run any program.",
            "Ids and labels come from the file, or from FILE.labels.csv (columns id, label) beside"
                    + " it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  revisage vectors show leak.npy",
            "  revisage vectors show --json leak.parquet"
        })
final class VectorsShow extends Verb {

    @Parameters(paramLabel = "FILE", description = "The vector file.")
    private Path file = Path.of("");

    VectorsShow(Engines engines) {
        super(engines);
    }

    @Override
    protected Answer run(Consumer<Progress> progress) throws WorkException, InterruptedException {
        LeakedFile leaked = engines.vectorFiles().open(file);
        VectorHealth health = VectorHealth.of(leaked.vectors(), progress);
        return new Answer(new VectorsTable(leaked, health).text(), Shown.of(leaked, health));
    }

    /// The result for machines.
    ///
    /// @param loaded false where the numbers are used from the file itself
    record Shown(
            String file,
            String format,
            String numbers,
            boolean loaded,
            boolean ids,
            boolean labels,
            VectorHealth vectors,
            List<String> notices) {

        Shown {
            notices = List.copyOf(notices);
        }

        static Shown of(LeakedFile leaked, VectorHealth health) {
            return new Shown(
                    leaked.file().toString(),
                    leaked.format(),
                    leaked.numbers(),
                    !leaked.vectors().values().isMapped(),
                    leaked.vectors().ids().isPresent(),
                    leaked.vectors().labels().isPresent(),
                    health,
                    leaked.notices());
        }
    }
}
