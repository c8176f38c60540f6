package revisage.measure;

/// What a matcher's answer to one reconstructed face was worth.
public sealed interface Verdict {

    /// The person is in the answer.
    ///
    /// @param rank place of the first right candidate, 1 is the best
    record Found(int rank) implements Verdict {

        public Found {
            if (rank < 1) {
                throw new IllegalArgumentException("ranks start at 1, got " + rank);
            }
        }
    }

    /// There was an answer, but it shows other people only.
    record OnlyOthers() implements Verdict {}

    /// The matcher found nobody like it.
    record NoAnswer() implements Verdict {}
}
