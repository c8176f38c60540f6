package revisage.study;

import revisage.extract.StrictJson;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a study was, did and found: `report.json`.
///
/// The numbers found lie in the outputs of the steps and depend on plan, files and seeds only;
/// times and devices stand here, apart from them.
///
/// @param schema version of this layout
/// @param version of the program
/// @param plan as it was read
/// @param planFingerprint tells plans apart by what they say
/// @param machine it ended on
/// @param steps in the order they were run
/// @param seconds sum of the attempts that ended each step
/// @param headline rates of the longest list and the largest gallery, one a matcher and method
public record StudyReport(
        int schema,
        String version,
        StudyPlan plan,
        String planFingerprint,
        Machine machine,
        List<StepNoted> steps,
        double seconds,
        List<SweepReport.MatrixCell> headline) {

    /// The layout this program writes.
    public static final int SCHEMA = 1;

    /// The file's name in the output folder.
    public static final String FILE = "report.json";

    public StudyReport {
        steps = List.copyOf(steps);
        headline = List.copyOf(headline);
    }

    /// @param system name and version
    /// @param processor architecture
    /// @param cores that Java may use
    /// @param memory for Java's heap at most, MiB
    /// @param java version
    public record Machine(String system, String processor, int cores, long memory, String java) {

        /// The machine this runs on.
        public static Machine here() {
            Runtime runtime = Runtime.getRuntime();
            return new Machine(
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    String.valueOf(System.getProperty("os.arch")),
                    runtime.availableProcessors(),
                    runtime.maxMemory() >> 20,
                    Runtime.version().toString());
        }
    }

    /// @param name of its folder
    /// @param seconds the attempt that ended it
    /// @param attempts how often it was begun, 1 or more
    /// @param device where its extractor ran, in words, if it used one
    /// @param inputs hashes of what it read
    /// @param outputs SHA-256 by path below its folder
    public record StepNoted(
            String name,
            double seconds,
            int attempts,
            Optional<String> device,
            SortedMap<String, String> inputs,
            SortedMap<String, String> outputs) {

        public StepNoted {
            inputs = new TreeMap<>(inputs);
            outputs = new TreeMap<>(outputs);
        }
    }

    static StudyReport of(
            String version,
            PlanFile file,
            Map<String, StepRunner.Done> done,
            Map<String, String> devices,
            List<SweepReport.MatrixCell> headline) {
        List<StepNoted> steps =
                done.entrySet().stream()
                        .map(
                                s ->
                                        new StepNoted(
                                                s.getKey(),
                                                s.getValue().millis() / 1000.0,
                                                s.getValue().attempts(),
                                                Optional.ofNullable(devices.get(s.getKey())),
                                                s.getValue().inputs(),
                                                s.getValue().outputs()))
                        .toList();
        return new StudyReport(
                SCHEMA,
                version,
                file.plan(),
                file.fingerprint(),
                Machine.here(),
                steps,
                done.values().stream().mapToLong(StepRunner.Done::millis).sum() / 1000.0,
                headline);
    }

    /// Writes `report.json` whole or not at all.
    void write(Path folder) throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(this);
        WholeFile.write("write the report", folder.resolve(FILE), json);
    }
}
