package revisage.window.lineup;

import revisage.lineup.ConfidenceScale;
import revisage.lineup.Entry;
import revisage.lineup.Questionnaire.WhoIsIt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/// The marks a participant makes at one question, until they go on. The clock starts when the
/// pictures are seen.
final class OpenQuestion {

    private final WhoIsIt asked;
    private final int position;
    private final boolean several;
    private final List<Integer> steps;
    private final LongSupplier nanos;
    private final TreeSet<Integer> marked = new TreeSet<>();
    private boolean none;
    private OptionalInt step = OptionalInt.empty();
    private OptionalLong from = OptionalLong.empty();
    private String first = "";
    private String last = "";
    private long firstMillis;

    /// @param position among the participant's questions, from 1
    /// @param several whether more than one photo may be marked
    /// @param nanos a clock
    OpenQuestion(
            WhoIsIt asked,
            int position,
            boolean several,
            ConfidenceScale scale,
            LongSupplier nanos) {
        this.asked = asked;
        this.position = position;
        this.several = several;
        this.steps = scale.steps();
        this.nanos = nanos;
    }

    /// The pictures are on the screen.
    void seen() {
        from = OptionalLong.of(nanos.getAsLong());
    }

    private long millis() {
        return from.isPresent() ? (nanos.getAsLong() - from.getAsLong()) / 1_000_000 : 0;
    }

    /// Marks a photo, or takes the mark away.
    ///
    /// @param photo its place, from 0; others are not there
    void toggle(int photo) {
        if (photo < 0 || photo >= asked.options().size()) {
            return;
        }
        boolean had = marked.contains(photo);
        if (!several) {
            marked.clear();
        }
        none = false;
        if (had) {
            marked.remove(photo);
        } else {
            marked.add(photo);
        }
        picked(asked.options().get(photo));
    }

    /// Marks "none of them", or takes that back.
    void toggleNone() {
        none = !none;
        marked.clear();
        picked(Entry.NONE);
    }

    private void picked(String what) {
        if (first.isEmpty()) {
            first = what;
            firstMillis = millis();
        }
        last = what;
    }

    /// Says how sure one is.
    ///
    /// @param place of the step, from 0
    void rate(int place) {
        step = OptionalInt.of(Math.clamp(place, 0, steps.size() - 1));
    }

    /// One step surer or less sure; the first time the middle.
    void move(int by) {
        rate(step.isPresent() ? step.getAsInt() + by : (steps.size() - 1) / 2);
    }

    boolean marked(int photo) {
        return marked.contains(photo);
    }

    boolean none() {
        return none;
    }

    boolean rated(int place) {
        return step.isPresent() && step.getAsInt() == place;
    }

    /// Whether one can go on.
    boolean complete() {
        return (none || !marked.isEmpty()) && step.isPresent();
    }

    /// What is kept of it; empty while something is missing.
    Optional<Entry.Answered> answer(String participant) {
        if (!complete()) {
            return Optional.empty();
        }
        return Optional.of(
                new Entry.Answered(
                        participant,
                        asked.question(),
                        position,
                        asked.options(),
                        marked.stream().map(asked.options()::get).toList(),
                        first,
                        last,
                        steps.get(step.orElseThrow()),
                        firstMillis,
                        Math.min(millis(), Entry.LONGEST)));
    }
}
