package revisage.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Refuses numbers that an option cannot mean.
final class Checks {

    private Checks() {}

    static void range(CommandSpec spec, String option, long value, long from, long to) {
        if (value < from || value > to) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s is %d to %d, not %d.".formatted(option, from, to, value));
        }
    }

    /// Before hours of work: whether the file can be written by its name.
    static void vectorsFile(CommandSpec spec, String option, Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".npy") && !name.endsWith(".parquet") && !name.endsWith(".csv")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s ends with .npy, .parquet or .csv, unlike %s.".formatted(option, file));
        }
    }

    static OptionalDouble cosine(CommandSpec spec, @Nullable Double value) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (!(value >= -1 && value <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--threshold is a cosine from -1 to 1, not " + value + ".");
        }
        return OptionalDouble.of(value);
    }

    /// @return rising, each once
    static List<Integer> rising(CommandSpec spec, String option, List<Integer> values) {
        for (int value : values) {
            range(spec, option, value, 1, 100_000_000);
        }
        return values.stream().distinct().sorted().toList();
    }
}
