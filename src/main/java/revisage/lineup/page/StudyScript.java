package revisage.lineup.page;

import revisage.extract.StrictJson;
import revisage.lineup.AgeBand;
import revisage.lineup.Forms;
import revisage.lineup.Gender;
import revisage.lineup.LineupPlan;
import revisage.lineup.LineupWords;
import revisage.lineup.Questionnaire;
import revisage.lineup.Questionnaire.AboutYou;
import revisage.lineup.Questionnaire.Consent;
import revisage.lineup.Questionnaire.SameOrDifferent;
import revisage.lineup.Questionnaire.Thanks;
import revisage.lineup.Questionnaire.WhoIsIt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the page knows of the study, as a script that says one constant. The forms are computed
/// here, so a browser shows exactly what the kiosk would.
///
/// @param id fingerprint of the plan
/// @param title of the study
/// @param languages the first is the usual one
/// @param words everything that is said, by language and key
/// @param consent by language
/// @param ages bands that can be told
/// @param genders that can be told
/// @param k photos beside a reconstruction
/// @param several whether more than one may be marked
/// @param scale of confidence, its name among the words
/// @param steps of the scale, rising
/// @param forms screens of each form, in order
/// @param post where answers are sent to
/// @param returnTo where participants are sent back to
record StudyScript(
        String id,
        String title,
        List<String> languages,
        Map<String, Map<String, String>> words,
        Map<String, String> consent,
        List<AgeBand> ages,
        List<Gender> genders,
        int k,
        boolean several,
        String scale,
        List<Integer> steps,
        List<List<Screen>> forms,
        Optional<String> post,
        Optional<String> returnTo) {

    /// One screen; which components there are depends on the kind.
    ///
    /// @param kind `consent`, `about`, `pair` or `who`
    record Screen(
            String kind,
            Optional<String> question,
            Optional<String> left,
            Optional<String> right,
            Optional<String> picture,
            Optional<List<String>> options,
            OptionalInt place) {

        static Screen bare(String kind) {
            return new Screen(
                    kind,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty());
        }
    }

    static StudyScript of(LineupPlan plan, PageSettings settings) {
        var dealt = new Forms(plan);
        var consent = new TreeMap<String, String>();
        var words = new TreeMap<String, Map<String, String>>();
        for (String language : plan.languages()) {
            words.put(language, words(LineupWords.of(language)));
            consent.put(language, consent(dealt.questionnaire(0, "", language)));
        }
        String usual = plan.languages().getFirst();
        return new StudyScript(
                plan.fingerprint(),
                plan.title(),
                plan.languages(),
                words,
                consent,
                List.of(AgeBand.values()),
                List.of(Gender.values()),
                plan.k(),
                plan.severalChoices(),
                plan.confidence().name().toLowerCase(Locale.ROOT),
                plan.confidence().steps(),
                IntStream.range(0, settings.forms())
                        .mapToObj(form -> screens(dealt.questionnaire(form, "", usual)))
                        .toList(),
                settings.post(),
                settings.returnTo());
    }

    /// The page fills in numbers itself.
    private static Map<String, String> words(LineupWords of) {
        return of.keys().stream()
                .collect(
                        Collectors.toMap(
                                k -> k, k -> of.get(k, "{0}", "{1}"), (a, _) -> a, TreeMap::new));
    }

    private static String consent(Questionnaire questionnaire) {
        return questionnaire.screens().stream()
                .filter(Consent.class::isInstance)
                .map(screen -> ((Consent) screen).text())
                .findFirst()
                .orElse("");
    }

    private static List<Screen> screens(Questionnaire questionnaire) {
        return questionnaire.screens().stream()
                .<Screen>mapMulti(
                        (screen, all) -> {
                            switch (screen) {
                                case Consent _ -> all.accept(Screen.bare("consent"));
                                case AboutYou _ -> all.accept(Screen.bare("about"));
                                case SameOrDifferent pair -> all.accept(screen(pair));
                                case WhoIsIt who -> all.accept(screen(who));
                                case Thanks _ -> {}
                            }
                        })
                .toList();
    }

    private static Screen screen(SameOrDifferent pair) {
        return new Screen(
                "pair",
                Optional.of(pair.question()),
                Optional.of(pair.left()),
                Optional.of(pair.right()),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static Screen screen(WhoIsIt who) {
        return new Screen(
                "who",
                Optional.of(who.question()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(who.picture()),
                Optional.of(who.options()),
                who.place().map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    /// Codes of all pictures that a form shows.
    Set<String> pictures() {
        var codes = new TreeSet<String>();
        for (List<Screen> form : forms) {
            for (Screen screen : form) {
                screen.left().ifPresent(codes::add);
                screen.right().ifPresent(codes::add);
                screen.picture().ifPresent(codes::add);
                screen.options().ifPresent(codes::addAll);
            }
        }
        return codes;
    }

    /// The file: plain data that a browser reads from the disk too, which it would refuse for JSON.
    String text() {
        String json = new String(StrictJson.write(this), StandardCharsets.UTF_8);
        return "\"use strict\";\nconst REVISAGE_STUDY = " + json.stripTrailing() + ";\n";
    }
}
