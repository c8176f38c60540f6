package revisage.lineup.page;

import revisage.lineup.AgeBand;
import revisage.lineup.Entry;
import revisage.lineup.Gender;
import revisage.lineup.Questionnaire;
import revisage.lineup.Questionnaire.SameOrDifferent;
import revisage.lineup.Questionnaire.WhoIsIt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the participants of the tests answer, on the page and in the kiosk, and what must be kept of
/// it.
public final class Habit {

    /// In words of the five-step scale: `quite`.
    public static final int CONFIDENCE = 4;

    private Habit() {}

    /// What is said of a pair.
    public static boolean same(int position) {
        return position % 2 == 1;
    }

    /// The photo that is marked first, from 0.
    public static int first(int position) {
        return position % 5;
    }

    /// The photo that is marked second, unless there is [#none].
    public static int second(int position) {
        return (position + 2) % 5;
    }

    /// Whether "none of them" is marked second.
    public static boolean none(int position) {
        return position % 3 == 0;
    }

    /// What must be kept, without times.
    public static List<Entry> entries(
            Questionnaire questionnaire, String code, String place, Optional<String> panel) {
        var entries = new ArrayList<Entry>();
        int position = 0;
        for (Questionnaire.Screen screen : questionnaire.screens()) {
            switch (screen) {
                case Questionnaire.Consent _ ->
                        entries.add(
                                new Entry.Began(
                                        code,
                                        questionnaire.form(),
                                        questionnaire.language(),
                                        place,
                                        panel));
                case Questionnaire.AboutYou _ ->
                        entries.add(
                                new Entry.About(
                                        code,
                                        Optional.of(AgeBand.FROM_30),
                                        Optional.of(Gender.FEMALE)));
                case SameOrDifferent s -> {
                    position++;
                    entries.add(new Entry.Judged(code, s.question(), position, same(position), 0));
                }
                case WhoIsIt who -> entries.add(answered(code, who, ++position));
                case Questionnaire.Thanks _ -> entries.add(new Entry.Finished(code));
            }
        }
        return entries;
    }

    private static Entry answered(String code, WhoIsIt who, int position) {
        String first = who.options().get(first(position));
        String second = who.options().get(second(position));
        boolean none = none(position);
        List<String> choices =
                who.options().stream().filter(o -> o.equals(first) || o.equals(second)).toList();
        return new Entry.Answered(
                code,
                who.question(),
                position,
                who.options(),
                none ? List.of() : choices,
                first,
                none ? Entry.NONE : second,
                CONFIDENCE,
                0,
                0);
    }

    /// Times are what the clock said; the entries themselves refuse impossible ones.
    public static List<Entry> timeless(List<Entry> entries) {
        return entries.stream().map(Habit::timeless).toList();
    }

    private static Entry timeless(Entry entry) {
        return switch (entry) {
            case Entry.Judged j ->
                    new Entry.Judged(j.participant(), j.question(), j.position(), j.same(), 0);
            case Entry.Answered a ->
                    new Entry.Answered(
                            a.participant(),
                            a.question(),
                            a.position(),
                            a.shown(),
                            a.choices(),
                            a.first(),
                            a.last(),
                            a.confidence(),
                            0,
                            0);
            default -> entry;
        };
    }
}
