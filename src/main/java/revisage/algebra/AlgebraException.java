package revisage.algebra;

import revisage.work.WorkException;

/// The data do not hold what was asked of them.
public final class AlgebraException extends WorkException {

    private static final long serialVersionUID = 1;

    /// @param message one sentence: what is wrong
    /// @param remedy one sentence: what to do
    public AlgebraException(String message, String remedy) {
        super(message, remedy);
    }

    static AlgebraException tooFewDirections(int asked) {
        return new AlgebraException(
                "The pictures differ in fewer than %d directions.".formatted(asked),
                "Ask for fewer components, or use more and different pictures.");
    }
}
