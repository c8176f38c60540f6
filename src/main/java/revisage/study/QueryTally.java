package revisage.study;

import revisage.reconstruct.SearchEvent;
import revisage.work.Progress;

import java.util.Arrays;

/// How far a run over many targets is: queries spent and an estimate of all.
final class QueryTally {

    private static final String STAGE = "Reconstructing";

    private final int targets;
    private final long budget;
    private long finishedQueries;
    private int finishedTargets;
    private long[] spent = new long[0];
    private long[] expected = new long[0];

    /// @param budget of queries a target; 0 if none are made, then targets are counted
    QueryTally(int targets, long budget) {
        this.targets = targets;
        this.budget = budget;
    }

    /// @param queries of all that is finished
    void finished(int count, long queries) {
        finishedTargets = count;
        finishedQueries = queries;
        spent = new long[0];
        expected = new long[0];
    }

    /// A group of that size is begun.
    void begin(int size) {
        spent = new long[size];
        expected = new long[size];
        Arrays.fill(expected, usual());
    }

    void note(SearchEvent event) {
        spent[event.target()] = event.queries();
        switch (event) {
            case SearchEvent.Improved _, SearchEvent.Asked _ -> {}
            case SearchEvent.Round round -> expected[event.target()] = round.expected();
        }
    }

    Progress progress() {
        if (budget == 0) {
            return new Progress(STAGE, finishedTargets, targets, "targets");
        }
        long running = Arrays.stream(spent).sum();
        long done = finishedQueries + running;
        if (finishedTargets == targets) {
            return new Progress(STAGE, done, done, "queries");
        }
        long begun = 0;
        for (int i = 0; i < spent.length; i++) {
            begun += Math.max(spent[i], expected[i]);
        }
        long perTarget =
                spent.length > 0 && running > 0
                        ? Math.max(1, begun / spent.length)
                        : Math.max(1, usual());
        long rest = (targets - finishedTargets - spent.length) * perTarget;
        return new Progress(
                STAGE, done, Math.max(done + 1, finishedQueries + begun + rest), "queries");
    }

    private long usual() {
        return finishedTargets == 0 ? budget : finishedQueries / finishedTargets;
    }
}
