package revisage.demo;

import revisage.extract.StrictJson;
import revisage.study.StudyReport;
import revisage.study.SystemReport;
import revisage.work.WholeFile;
import revisage.work.WorkException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The numbers that the demo's page tells, `demo.json`. All of them were measured.
///
/// @param schema version of this layout, 1
/// @param version of the program
/// @param page the HTML file
/// @param contactSheet all estimates beside the photographs
/// @param study its folder
/// @param people in the gallery
/// @param photos of each
/// @param targets whose vectors leaked
/// @param seed of everything that was drawn
/// @param extractor whose vectors leaked
/// @param results under each matcher; the first is the one the page tells of
/// @param cloud what a simulated cloud found; empty where the program knows none
/// @param machine where it ran
/// @param steps what took how long
/// @param seconds of this run alone; little where an earlier one had done the work
public record DemoReport(
        int schema,
        String version,
        String page,
        String contactSheet,
        String study,
        int people,
        int photos,
        int targets,
        long seed,
        String extractor,
        List<UnderMatcher> results,
        Optional<Cloud> cloud,
        StudyReport.Machine machine,
        List<Timed> steps,
        double seconds) {

    static final String FILE = "demo.json";

    public DemoReport {
        results = List.copyOf(results);
        steps = List.copyOf(steps);
    }

    /// What one matcher found.
    ///
    /// @param sameModel whether it is the attacked extractor itself
    /// @param methods cheapest first
    /// @param source the source photographs in place of estimates
    public record UnderMatcher(
            String matcher, boolean sameModel, List<Method> methods, Method source) {

        public UnderMatcher {
            methods = List.copyOf(methods);
        }

        /// The one that the page tells of.
        public Method best() {
            return methods.getLast();
        }
    }

    /// How one way of rebuilding faces fared.
    ///
    /// @param name for a layman
    /// @param queries a target, mean; empty for photographs
    /// @param cosine with the leaked vector under the attacked extractor, mean, -1..1
    public record Method(
            String name, Optional<Double> queries, Optional<Double> cosine, List<Rate> rates) {

        public Method {
            rates = List.copyOf(rates);
        }

        /// The rate of one k.
        public Rate at(int k) {
            return rates.stream().filter(r -> r.k() == k).findFirst().orElseThrow();
        }
    }

    /// How many are found again in the whole gallery.
    ///
    /// @param k people suggested
    /// @param found of the targets
    /// @param low 95 % interval, in targets
    /// @param high 95 % interval, in targets
    /// @param chance what blind guessing finds, in targets
    /// @param share found, 0..1
    /// @param lowShare 95 % interval
    /// @param highShare 95 % interval
    public record Rate(
            int k,
            int found,
            int low,
            int high,
            double chance,
            double share,
            double lowShare,
            double highShare) {}

    /// What a simulated cloud found.
    ///
    /// @param service the service, called a simulator
    /// @param people enrolled, one photo each
    /// @param k faces shown
    /// @param threshold candidates below it are no match
    /// @param calls requests
    /// @param methods in the order of the plan
    public record Cloud(
            String service,
            int people,
            int k,
            double threshold,
            long calls,
            List<CloudMethod> methods) {

        public Cloud {
            methods = List.copyOf(methods);
        }

        static Cloud of(SystemReport report) {
            var system = report.systems().getFirst();
            return new Cloud(
                    system.name(),
                    report.people(),
                    SimulatedCloud.K,
                    system.threshold().orElse(0.0),
                    system.cloud().map(SystemReport.Cloud::calls).orElse(0L),
                    report.lines().stream().map(CloudMethod::of).toList());
        }
    }

    /// @param right targets whose person is shown
    /// @param low 95 % interval of `right`, in targets
    /// @param high 95 % interval of `right`, in targets
    /// @param wrong targets for whom only others are shown
    /// @param nobody targets for whom nobody is shown
    /// @param chance what blind guessing finds, in targets
    public record CloudMethod(
            String name, int right, int low, int high, int wrong, int nobody, double chance) {

        static CloudMethod of(SystemReport.Line line) {
            var cell =
                    line.cells().stream()
                            .filter(c -> c.k() == SimulatedCloud.K)
                            .findFirst()
                            .orElseThrow();
            int n = line.probes();
            return new CloudMethod(
                    line.method(),
                    (int) Math.round(cell.tpr().value() * n),
                    (int) Math.round(cell.tpr().low() * n),
                    (int) Math.round(cell.tpr().high() * n),
                    (int) Math.round(cell.fpr().value() * n),
                    (int) Math.round(cell.noMatch().value() * n),
                    cell.chance() * n);
        }
    }

    /// @param seconds of the attempt that ended it
    public record Timed(String step, double seconds) {}

    /// The main finding in plain words.
    public String sentence() {
        Rate rate = results.getFirst().best().at(DemoPlan.HEADLINE);
        return String.format(
                Locale.ROOT,
                "Of %,d leaked vectors, %,d (95 %% interval: %,d to %,d) lead to the right person"
                        + " among %d suggestions from %,d people; by chance %s.",
                targets,
                rate.found(),
                rate.low(),
                rate.high(),
                rate.k(),
                people,
                few(rate.chance()));
    }

    /// A mean number of targets: whole where it is, with a digit or two where it is small.
    public static String few(double value) {
        boolean whole = Math.abs(value - Math.rint(value)) < 0.005 || value >= 9.5;
        return String.format(Locale.ROOT, whole ? "%.0f" : value < 0.1 ? "%.2f" : "%.1f", value);
    }

    void write(Path folder) throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(this);
        WholeFile.write("write the numbers", folder.resolve(FILE), h -> Files.write(h, json));
    }
}
