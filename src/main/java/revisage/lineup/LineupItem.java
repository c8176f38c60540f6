package revisage.lineup;

import java.util.HashSet;
import java.util.List;

/// A question with its truth: a reconstruction and the photos beside it, before they are shuffled.
///
/// @param id a code that hints at nothing
/// @param target code of the person who was reconstructed
/// @param method code of a [LineupMethod]
/// @param picture code of the reconstruction
/// @param matcherRank place of the first right photo in the matcher's answer; 0 if it had none
/// @param absent whether the target was taken out of (or never was in) the options
/// @param options `k` photos, most alike first
public record LineupItem(
        String id,
        String target,
        String method,
        String picture,
        int matcherRank,
        boolean absent,
        List<LineupOption> options) {

    public LineupItem {
        options = List.copyOf(options);
        var pictures = new HashSet<String>();
        for (LineupOption option : options) {
            if (!pictures.add(option.picture())) {
                throw new IllegalArgumentException(
                        "Question '%s' shows the picture '%s' twice."
                                .formatted(id, option.picture()));
            }
        }
        if (absent != options.stream().noneMatch(LineupOption::right)) {
            throw new IllegalArgumentException(
                    "Question '%s' says absent = %s, and its options say otherwise."
                            .formatted(id, absent));
        }
    }

    /// How many of the options show the target, 0 or more.
    public int rightOptions() {
        return (int) options.stream().filter(LineupOption::right).count();
    }
}
