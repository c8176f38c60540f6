package revisage.lineup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What one participant sees, in order; nothing in it tells methods, ranks or right answers.
///
/// @param study fingerprint of the plan
/// @param form number of the form, 0 or more
/// @param participant a random code
/// @param language ISO 639-1
/// @param screens from consent to thanks
public record Questionnaire(
        String study, int form, String participant, String language, List<Screen> screens) {

    public Questionnaire {
        screens = List.copyOf(screens);
    }

    /// One page of it.
    public sealed interface Screen {}

    /// What is agreed to, and that one is 18 or older.
    public record Consent(String text) implements Screen {}

    /// Age band and gender.
    public record AboutYou() implements Screen {}

    /// Same person or not: the ability test.
    ///
    /// @param question its id
    /// @param left code of a picture
    /// @param right code of a picture
    public record SameOrDifferent(String question, String left, String right) implements Screen {}

    /// A reconstruction and photos: who is it, and how sure are you?
    ///
    /// @param question its id; checks look like any other
    /// @param picture code of the reconstruction
    /// @param options codes of the photos, in the order they are shown
    /// @param place what words beside it ask to pick: 1..k, or 0 for `none of them`
    public record WhoIsIt(
            String question, String picture, List<String> options, Optional<Integer> place)
            implements Screen {

        public WhoIsIt {
            options = List.copyOf(options);
        }
    }

    /// The end.
    public record Thanks() implements Screen {}

    /// Every picture that is shown, for loading them before the first question.
    public Set<String> pictures() {
        return screens.stream()
                .<String>mapMulti(
                        (screen, all) -> {
                            switch (screen) {
                                case Consent _, AboutYou _, Thanks _ -> {}
                                case SameOrDifferent(_, String left, String right) -> {
                                    all.accept(left);
                                    all.accept(right);
                                }
                                case WhoIsIt(_, String picture, List<String> options, _) -> {
                                    all.accept(picture);
                                    options.forEach(all);
                                }
                            }
                        })
                .collect(Collectors.toSet());
    }

    /// The first screen that these entries do not answer, as its place in [#screens].
    ///
    /// @param entries of this participant, in any order; none for a new one
    public int next(List<? extends Entry> entries) {
        boolean began = entries.stream().anyMatch(Entry.Began.class::isInstance);
        boolean told = entries.stream().anyMatch(Entry.About.class::isInstance);
        Set<String> answered =
                entries.stream()
                        .<String>mapMulti(
                                (entry, all) -> {
                                    switch (entry) {
                                        case Entry.Judged j -> all.accept(j.question());
                                        case Entry.Answered a -> all.accept(a.question());
                                        case Entry.Began _,
                                                Entry.About _,
                                                Entry.Finished _,
                                                Entry.Withdrew _ -> {}
                                    }
                                })
                        .collect(Collectors.toSet());
        for (int i = 0; i < screens.size(); i++) {
            boolean open =
                    switch (screens.get(i)) {
                        case Consent _ -> !began;
                        case AboutYou _ -> !told;
                        case SameOrDifferent s -> !answered.contains(s.question());
                        case WhoIsIt w -> !answered.contains(w.question());
                        case Thanks _ -> true;
                    };
            if (open) {
                return i;
            }
        }
        throw new IllegalStateException("a questionnaire ends with thanks");
    }
}
