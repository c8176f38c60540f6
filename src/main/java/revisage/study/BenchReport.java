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

/// What a benchmark found: `bench.json`. Parts that were not asked for are empty.
///
/// @param schema version of this layout
/// @param version of the program
/// @param machine it ran on
/// @param device where the attacked extractor ran, in words
/// @param extractor F
/// @param matcher F'
/// @param targets how many
/// @param people in the gallery
/// @param seed of everything that was drawn
/// @param curve a point a budget
/// @param speed of each loop
/// @param race of `score` and `reference`
/// @param marks how the cosines of slow searches rose, by search
/// @param sweep what 56 cells cost
/// @param generators how fast trained networks answer
/// @param seconds of each step, whenever it was run
public record BenchReport(
        int schema,
        String version,
        Hardware machine,
        String device,
        String extractor,
        String matcher,
        int targets,
        int people,
        long seed,
        List<CurvePoint> curve,
        List<Speed> speed,
        Optional<Race> race,
        SortedMap<String, List<MarkPoint>> marks,
        Optional<SweepCost> sweep,
        List<GeneratorSpeed> generators,
        SortedMap<String, Double> seconds) {

    /// The file's name in the output folder.
    public static final String FILE = "bench.json";

    public BenchReport {
        curve = List.copyOf(curve);
        speed = List.copyOf(speed);
        marks = new TreeMap<>(marks);
        generators = List.copyOf(generators);
        seconds = new TreeMap<>(seconds);
    }

    /// What one budget bought.
    ///
    /// @param budget queries a target, at most
    /// @param queries spent, mean
    /// @param cosine of the 8-bit faces with the leaked vectors under F, mean
    /// @param matcherCosine with the source photos under F', mean
    /// @param cells rates in the whole gallery for each K, pictures or people counted
    public record CurvePoint(
            int budget,
            double queries,
            double cosine,
            double matcherCosine,
            List<SweepLine.Cell> cells) {

        public CurvePoint {
            cells = List.copyOf(cells);
        }
    }

    /// A loop beside the bare extractor on batches of the same sizes.
    ///
    /// @param loop which
    /// @param targets searched together
    /// @param pairs of slices
    /// @param searched queries a second of the loop, over all of its search
    /// @param bare queries a second of the extractor alone
    /// @param ratio of the two; the goal is 0.95
    /// @param median of the pairs' ratios
    /// @param lowest of the pairs' ratios
    /// @param highest of the pairs' ratios
    public record Speed(
            String loop,
            int targets,
            int pairs,
            double searched,
            double bare,
            double ratio,
            double median,
            double lowest,
            double highest) {}

    /// How many queries two searches need for one cosine.
    ///
    /// @param goal the cosine
    /// @param runners `score` and `reference`
    /// @param ratio median queries of `reference` over those of `score`; empty if half of the
    ///   targets of one did not get there
    public record Race(double goal, List<Runner> runners, Optional<Double> ratio) {

        public Race {
            runners = List.copyOf(runners);
        }
    }

    /// @param search for example `score`
    /// @param targets that ran
    /// @param reached the goal
    /// @param medianQueries when they did; of all targets, empty if half of them did not
    /// @param matcherCosine of the faces at that moment with the source photos under F', mean
    /// @param cells rates of these faces in the whole gallery
    public record Runner(
            String search,
            int targets,
            int reached,
            Optional<Double> medianQueries,
            Optional<Double> matcherCosine,
            List<SweepLine.Cell> cells) {

        public Runner {
            cells = List.copyOf(cells);
        }
    }

    /// The best faces known at so many queries.
    ///
    /// @param queries a target
    /// @param targets that had a face by then
    /// @param cosine with the leaked vector under F as the search saw it, mean
    /// @param matcherCosine with the source photos under F', mean
    /// @param cells rates in the whole gallery
    public record MarkPoint(
            long queries,
            int targets,
            double cosine,
            double matcherCosine,
            List<SweepLine.Cell> cells) {

        public MarkPoint {
            cells = List.copyOf(cells);
        }
    }

    /// What cells cost beside the scoring they follow from. Medians, milliseconds.
    ///
    /// @param cells how many (K, N)
    /// @param probes scored
    /// @param pass embedding the probes and comparing them with the gallery
    /// @param all the cells with their intervals
    /// @param intervals of them alone
    /// @param ratio of `all` to `pass`, median of the pairs' ratios; the goal is 0.02
    /// @param ratioOfPoints likewise without the intervals
    public record SweepCost(
            int cells,
            int probes,
            double pass,
            double all,
            double intervals,
            double ratio,
            double ratioOfPoints) {}

    /// How fast a trained network answers, on all cores.
    ///
    /// @param name the network's
    /// @param method for example `nbnet`
    /// @param side of the faces it makes, pixels; they are brought to 112 in that time
    /// @param device where it ran, in words
    /// @param vectors a second, the middle of three measurements
    /// @param lowest of them
    /// @param highest of them
    public record GeneratorSpeed(
            String name,
            String method,
            int side,
            String device,
            double vectors,
            double lowest,
            double highest) {}

    /// Writes `bench.json` whole or not at all.
    void write(Path folder) throws WorkException, InterruptedException {
        byte[] json = StrictJson.write(this);
        WholeFile.write("write the benchmark", folder.resolve(FILE), json);
    }

    /// Seconds of the steps that have ended.
    static SortedMap<String, Double> seconds(Map<String, StepRunner.Done> done) {
        var seconds = new TreeMap<String, Double>();
        done.forEach((name, step) -> seconds.put(name, step.millis() / 1e3));
        return seconds;
    }
}
