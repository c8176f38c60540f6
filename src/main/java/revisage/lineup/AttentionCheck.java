package revisage.lineup;

import java.util.List;

/// A question whose answer says only whether its reader reads.
///
/// @param id a code that hints at nothing
/// @param picture shown as if it were a reconstruction
/// @param options `k` photos, before they are shuffled
/// @param place which of the shuffled options the words ask for, 1..k; 0 asks for `none of them`;
///   unused for [Kind#IDENTICAL]
public record AttentionCheck(
        String id, Kind kind, String picture, List<String> options, int place) {

    /// What is asked.
    public enum Kind {
        /// `picture` is among the options: it and nothing else must be picked.
        IDENTICAL,

        /// Words beside the question say what to pick.
        INSTRUCTED
    }

    public AttentionCheck {
        options = List.copyOf(options);
        if (kind == Kind.IDENTICAL && !options.contains(picture)) {
            throw new IllegalArgumentException(
                    "Check '%s' does not offer its own picture.".formatted(id));
        }
        if (place < 0 || place > options.size()) {
            throw new IllegalArgumentException(
                    "Check '%s' asks for place %d of %d.".formatted(id, place, options.size()));
        }
    }

    /// Whether an answer passes.
    ///
    /// @param shown the options in the order they were shown
    /// @param choices what was picked; empty for `none of them`
    public boolean passed(List<String> shown, List<String> choices) {
        return switch (kind) {
            case IDENTICAL -> choices.equals(List.of(picture));
            case INSTRUCTED ->
                    place == 0 ? choices.isEmpty() : choices.equals(List.of(shown.get(place - 1)));
        };
    }
}
