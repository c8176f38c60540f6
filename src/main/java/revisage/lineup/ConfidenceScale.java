package revisage.lineup;

import java.util.List;
import java.util.stream.IntStream;

/// How sure a participant says to be.
public enum ConfidenceScale {
    /// 1 (not at all) to 5 (completely), as in the paper.
    LIKERT(1, 5, 4),

    /// -3 (surely different people) to +3 (surely the same), as forensic face examiners use it.
    EXAMINER(-3, 3, 2);

    private final int lowest;
    private final int highest;
    private final int confident;

    ConfidenceScale(int lowest, int highest, int confident) {
        this.lowest = lowest;
        this.highest = highest;
        this.confident = confident;
    }

    /// All steps, rising.
    public List<Integer> steps() {
        return IntStream.rangeClosed(lowest, highest).boxed().toList();
    }

    /// Whether `answer` is a step of this scale.
    public boolean holds(int answer) {
        return lowest <= answer && answer <= highest;
    }

    /// How sure, whichever way: 1..5, or 0..3.
    public int strength(int answer) {
        return Math.abs(answer);
    }

    /// Whether the paper's table III counts the answer as confident: 4 and 5; 2 and 3 either way.
    public boolean confident(int answer) {
        return strength(answer) >= confident;
    }
}
