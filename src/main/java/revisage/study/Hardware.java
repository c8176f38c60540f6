package revisage.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The machine, named so that numbers can be compared.
///
/// @param processor model, or architecture where the system does not tell
/// @param memory MiB; 0 where the system does not tell
/// @param java what Java sees of it
public record Hardware(String processor, long memory, StudyReport.Machine java) {

    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

    /// The machine this runs on.
    public static Hardware here() {
        var java = StudyReport.Machine.here();
        String memory = told(Path.of("/proc/meminfo"), MEMORY, "0");
        return new Hardware(
                told(Path.of("/proc/cpuinfo"), MODEL, java.processor()),
                Long.parseLong(memory) >> 10,
                java);
    }

    private static String told(Path file, Pattern pattern, String otherwise) {
        try {
            var found = pattern.matcher(Files.readString(file));
            return found.find() ? found.group(1) : otherwise;
        } catch (IOException _) {
            return otherwise; // only Linux has these files
        }
    }
}
