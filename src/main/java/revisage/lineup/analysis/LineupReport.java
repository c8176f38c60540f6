package revisage.lineup.analysis;

import revisage.measure.CrossedClusters.Estimate;
import revisage.measure.FiveNumbers;
import revisage.measure.Interval;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a visual study found: `report.json`. Shares are 0..1, intervals 95 %, for other
/// participants and other targets unless they say otherwise.
///
/// @param schema version of this layout
/// @param version of the program
/// @param study fingerprint of the plan
/// @param people who took part
/// @param methods in the plan's order
/// @param all methods together, if there are several
/// @param differences between methods, in [MethodReport#found]
/// @param notes what a person should know before believing the numbers
public record LineupReport(
        int schema,
        String version,
        String study,
        String title,
        int k,
        People people,
        List<MethodReport> methods,
        Optional<MethodReport> all,
        List<Difference> differences,
        List<String> notes) {

    /// The layout this program writes.
    public static final int SCHEMA = 1;

    public LineupReport {
        methods = List.copyOf(methods);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /// @param participants who began and did not withdraw
    /// @param counted of these
    /// @param excluded how many for each reason
    /// @param ages how many of those who count told each band
    /// @param genders how many of those who count told each
    /// @param ability pairs of the ability test judged right
    public record People(
            int participants,
            int counted,
            int withdrew,
            Map<String, Integer> excluded,
            Map<String, Integer> ages,
            Map<String, Integer> genders,
            Optional<Estimate> ability) {}

    /// What people reached with one method's reconstructions.
    ///
    /// @param present answers where the target was among the photos
    /// @param absent answers where it was not
    /// @param found at least one right photo picked, of `present`: the paper's figure 7
    /// @param chance of as many picks without looking, the mean over `present`
    /// @param singleChance of a single pick without looking, the mean over `present`
    /// @param lift how much of the way from `chance` to certainty is reached
    /// @param right one of the picks, drawn blindly, is right, of `present`
    /// @param firstRight the first pick is right, of `present`
    /// @param falsePicks somebody picked, of `absent`
    /// @param sensitivity d': telling lineups with the target from those without
    /// @param criterion c: above 0 for those who rarely pick
    /// @param knowing share of answers known, by the two-high-threshold model
    /// @param guessing share of picks among guesses, by the same
    /// @param confident confident answers: the paper's table III
    /// @param confidentRight confident answers among the correct ones
    /// @param confidentWrong confident answers among the others
    /// @param area under the curve: how well confidence tells correct answers from others
    /// @param steps how often answers of each confidence are correct
    /// @param seconds an answer, geometric mean
    /// @param firstSeconds up to the first pick, geometric mean
    /// @param byTarget shares of `found` for each target
    /// @param byParticipant shares of `found` for each participant
    /// @param fused judges together
    /// @param together machine and people: the one number
    public record MethodReport(
            String method,
            String label,
            int participants,
            int targets,
            int present,
            int absent,
            Optional<Estimate> found,
            Optional<Double> chance,
            Optional<Double> singleChance,
            Optional<Estimate> lift,
            Optional<Estimate> right,
            Optional<Estimate> firstRight,
            Optional<Estimate> falsePicks,
            Optional<Estimate> sensitivity,
            Optional<Estimate> criterion,
            Optional<Estimate> knowing,
            Optional<Estimate> guessing,
            Optional<Estimate> confident,
            Optional<Estimate> confidentRight,
            Optional<Estimate> confidentWrong,
            Optional<Estimate> area,
            List<Step> steps,
            Optional<Estimate> seconds,
            Optional<Estimate> firstSeconds,
            Optional<FiveNumbers> byTarget,
            Optional<FiveNumbers> byParticipant,
            List<Fused> fused,
            Optional<Together> together) {

        public MethodReport {
            steps = List.copyOf(steps);
            fused = List.copyOf(fused);
        }
    }

    /// @param strength how sure, whichever way
    /// @param answers of this strength
    /// @param correct share of these
    public record Step(int strength, int answers, Optional<Estimate> correct) {}

    /// Several people's picks of one question as one: weighed by how sure they were, the photo with
    /// the most weight wins, equals share.
    ///
    /// @param judges how many
    /// @param questions answered by so many or more
    /// @param right mean over these questions
    /// @param interval for other targets
    public record Fused(int judges, int questions, double right, Optional<Interval> interval) {}

    /// The probability that a leaked vector ends in the right name.
    ///
    /// @param probes the machine was asked about
    /// @param machine how often the right person was among its first `k`
    /// @param people how often one of the picks, drawn blindly, was right where it was
    /// @param answers `people` is from
    /// @param product of both
    public record Together(
            int probes,
            double machine,
            Interval machineInterval,
            Estimate people,
            int answers,
            double product,
            Optional<Interval> interval) {}

    /// @param value the first method's share less the second's
    /// @param interval for other participants and other targets; paired where they are the same
    public record Difference(
            String first, String second, double value, Optional<Interval> interval) {}
}
