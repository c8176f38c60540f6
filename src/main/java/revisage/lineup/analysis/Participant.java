package revisage.lineup.analysis;

import revisage.lineup.AttentionCheck;
import revisage.lineup.Entry;

import java.util.List;
import java.util.Optional;

/// One participant with all of their answers.
///
/// @param began how they began
/// @param about what they told, if they were asked
/// @param trials answers about reconstructions, in the order they were given
/// @param checks answers to attention checks
/// @param judged answers to the ability test
/// @param excluded why their answers do not count; empty if they do
public record Participant(
        Entry.Began began,
        Optional<Entry.About> about,
        boolean finished,
        List<Trial> trials,
        List<Checked> checks,
        List<Judgement> judged,
        Optional<String> excluded) {

    public Participant {
        trials = List.copyOf(trials);
        checks = List.copyOf(checks);
        judged = List.copyOf(judged);
    }

    /// A check and its answer.
    public record Checked(AttentionCheck check, Entry.Answered answer) {

        /// Whether it was passed.
        public boolean passed() {
            return check.passed(answer.shown(), answer.choices());
        }
    }

    /// A pair of the ability test and its answer.
    ///
    /// @param same the truth
    public record Judgement(boolean same, Entry.Judged answer) {

        /// Whether it is right.
        public boolean correct() {
            return same == answer.same();
        }
    }

    /// The random code.
    public String code() {
        return began.participant();
    }

    /// How many checks were failed.
    public int failed() {
        return (int) checks.stream().filter(c -> !c.passed()).count();
    }

    /// Time a question about a reconstruction took, in the middle; empty if there was none.
    public Optional<Double> medianSeconds() {
        long[] all = trials.stream().mapToLong(Trial::millis).sorted().toArray();
        return all.length == 0
                ? Optional.empty()
                : Optional.of((all[(all.length - 1) / 2] + all[all.length / 2]) / 2000.0);
    }
}
