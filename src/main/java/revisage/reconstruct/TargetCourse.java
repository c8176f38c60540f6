package revisage.reconstruct;

import revisage.work.Kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How far the search for one target has come. Mutable scratch.
final class TargetCourse {

    private final List<Findings.Mark> trace = new ArrayList<>();
    private long queries;
    private double cosine;
    private boolean improved;
    private Optional<Findings.Ending> ending = Optional.empty();

    /// @param lowest what the first answer must exceed to be the best
    TargetCourse(double lowest) {
        cosine = lowest;
    }

    long queries() {
        return queries;
    }

    /// Best so far.
    double cosine() {
        return cosine;
    }

    /// Whether the newest round found a better one.
    boolean improved() {
        return improved;
    }

    boolean ended() {
        return ending.isPresent();
    }

    /// A round was answered.
    ///
    /// @param highest cosine of its answers
    /// @return whether that is the best so far
    boolean answered(int asked, double highest) {
        queries += asked;
        improved = highest > cosine;
        if (improved) {
            cosine = highest;
        }
        trace.add(new Findings.Mark(queries, cosine));
        return improved;
    }

    /// Ends where enough was reached, or the budget is spent.
    ///
    /// @return whether it does
    boolean endsAt(OptionalDouble enough, long budget) {
        if (enough.isPresent() && cosine >= enough.getAsDouble()) {
            end(Findings.Ending.REACHED);
        } else if (queries >= budget) {
            end(Findings.Ending.BUDGET);
        }
        return ended();
    }

    void end(Findings.Ending why) {
        ending = Optional.of(why);
    }

    Findings.Target findings() {
        return new Findings.Target(queries, cosine, trace, ending.orElse(Findings.Ending.BUDGET));
    }

    /// All but queries and cosine.
    Kept keep(Kept kept, String name) {
        double[] marks = new double[trace.size() * 2];
        for (int i = 0; i < trace.size(); i++) {
            marks[2 * i] = trace.get(i).queries();
            marks[2 * i + 1] = trace.get(i).cosine();
        }
        return kept.with(name + "ending", ending.map(Enum::name).orElse(""))
                .with(name + "trace", marks);
    }

    void restore(Kept kept, String name, long keptQueries, double keptCosine) {
        queries = keptQueries;
        cosine = keptCosine;
        ending =
                Optional.of(kept.text(name + "ending"))
                        .filter(e -> !e.isEmpty())
                        .map(Findings.Ending::valueOf);
        double[] marks = kept.doubles(name + "trace");
        trace.clear();
        for (int i = 0; i < marks.length; i += 2) {
            trace.add(new Findings.Mark((long) marks[i], marks[i + 1]));
        }
    }
}
