package revisage.lineup.analysis;

import revisage.lineup.LineupItem;
import revisage.measure.BlindGuess;

import java.util.List;
import java.util.Optional;

/// One answer about a reconstruction, with its truth.
///
/// @param item what was asked
/// @param position among all questions of the participant, from 1
/// @param shown codes of the photos in the order they were shown
/// @param choices what was picked at the end; empty for `none of them`
/// @param first what was picked first, or `none`
/// @param last what was picked last, or `none`
/// @param confidence a step of the plan's scale
/// @param strength how sure, whichever way
/// @param confident whether table III counts it as confident
public record Trial(
        String participant,
        LineupItem item,
        int position,
        List<String> shown,
        List<String> choices,
        String first,
        String last,
        int confidence,
        int strength,
        boolean confident,
        long firstMillis,
        long millis) {

    public Trial {
        shown = List.copyOf(shown);
        choices = List.copyOf(choices);
    }

    /// How many of the choices show the target.
    public int rightChoices() {
        return (int)
                item.options().stream()
                        .filter(o -> o.right() && choices.contains(o.picture()))
                        .count();
    }

    /// Whether anybody was picked.
    public boolean picked() {
        return !choices.isEmpty();
    }

    /// The target was there and picked (among others, perhaps), or was not there and nobody was
    /// picked.
    public boolean correct() {
        return item.absent() ? !picked() : rightChoices() > 0;
    }

    /// The chance that one of the choices, drawn blindly, shows the target; 0 if there are none.
    public double credit() {
        return picked() ? (double) rightChoices() / choices.size() : 0;
    }

    /// The chance of a single pick without looking: right photos over photos.
    public double singleChance() {
        return (double) item.rightOptions() / item.options().size();
    }

    /// The chance that as many picks without looking hold a right one; 0 for no pick.
    public double chance() {
        return picked() && !item.absent()
                ? BlindGuess.pictures(choices.size(), item.options().size(), item.rightOptions())
                : 0;
    }

    /// Whether the first pick was right; empty where the target was not there.
    public Optional<Boolean> firstRight() {
        return item.absent()
                ? Optional.empty()
                : Optional.of(
                        item.options().stream()
                                .anyMatch(o -> o.right() && o.picture().equals(first)));
    }
}
