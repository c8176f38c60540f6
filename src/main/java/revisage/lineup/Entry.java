package revisage.lineup;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What a kiosk or a page keeps of a participant: one record an event, on the disk before the next
/// screen appears. As JSON it carries its `kind`. What cannot be is refused by an
/// `IllegalArgumentException` with a sentence.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Began.class, name = "began"),
    @JsonSubTypes.Type(value = Entry.About.class, name = "about"),
    @JsonSubTypes.Type(value = Entry.Judged.class, name = "judged"),
    @JsonSubTypes.Type(value = Entry.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Entry.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Entry.Withdrew.class, name = "withdrew")
})
public sealed interface Entry {

    /// What `first` and `last` say for `none of them`.
    String NONE = "none";

    /// The longest time that is believed: a day, in milliseconds.
    long LONGEST = 86_400_000;

    /// A random code; empty for [Withdrew], who is nobody any more.
    String participant();

    /// Consent was given.
    ///
    /// @param form number of the form, 0 or more
    /// @param place where, for example `kiosk-1` or `page`
    /// @param panel the participant's id at an online panel, for paying; never in the tables
    record Began(
            String participant, int form, String language, String place, Optional<String> panel)
            implements Entry {

        public Began {
            coded(participant);
            require(form >= 0, "The form is %d and must be 0 or more.".formatted(form));
        }
    }

    /// Age and gender, as far as they were told.
    record About(String participant, Optional<AgeBand> age, Optional<Gender> gender)
            implements Entry {

        public About {
            coded(participant);
        }
    }

    /// A question of the ability test was answered.
    ///
    /// @param position among all questions of the participant, from 1
    /// @param same what was said
    /// @param millis from the screen to the answer
    record Judged(String participant, String question, int position, boolean same, long millis)
            implements Entry {

        public Judged {
            coded(participant);
            timed(question, position, millis);
        }
    }

    /// A question about a reconstruction (or a check that looks like one) was answered.
    ///
    /// @param position among all questions of the participant, from 1
    /// @param shown codes of the photos, in the order they were shown
    /// @param choices what was picked at the end, in the order shown; empty for `none of them`
    /// @param first what was picked first, [#NONE] for `none of them`
    /// @param last what was picked last, [#NONE] for `none of them`
    /// @param confidence a step of the plan's scale
    /// @param firstMillis from the screen to the first pick
    /// @param millis from the screen to `next`, not below `firstMillis`
    record Answered(
            String participant,
            String question,
            int position,
            List<String> shown,
            List<String> choices,
            String first,
            String last,
            int confidence,
            long firstMillis,
            long millis)
            implements Entry {

        public Answered {
            coded(participant);
            shown = List.copyOf(shown);
            choices = List.copyOf(choices);
            timed(question, position, millis);
            require(
                    shown.containsAll(choices) && new HashSet<>(choices).size() == choices.size(),
                    "The choices of question '%s' are not among what was shown, each once."
                            .formatted(question));
            for (String pick : List.of(first, last)) {
                require(
                        pick.equals(NONE) || shown.contains(pick),
                        "Question '%s' was answered with '%s', which was not shown."
                                .formatted(question, pick));
            }
            require(
                    firstMillis >= 0 && firstMillis <= millis,
                    "The first pick of question '%s' is not before its end.".formatted(question));
        }
    }

    /// All questions are answered.
    record Finished(String participant) implements Entry {

        public Finished {
            coded(participant);
        }
    }

    /// Somebody withdrew; all that was theirs is gone, and only that it happened is kept.
    ///
    /// @param form that can be given out again
    record Withdrew(int form) implements Entry {

        @Override
        public String participant() {
            return "";
        }
    }

    private static void coded(String participant) {
        require(
                participant.matches("[A-Za-z0-9-]{1,40}"),
                "'%s' is no participant's code (letters, digits, '-')."
                        .formatted(participant.replaceAll("\\R", " ")));
    }

    private static void timed(String question, int position, long millis) {
        require(
                !question.isEmpty() && position >= 1,
                "A question needs an id and a position from 1 on.");
        require(
                millis >= 0 && millis <= LONGEST,
                "Question '%s' took %d ms, and that cannot be.".formatted(question, millis));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
