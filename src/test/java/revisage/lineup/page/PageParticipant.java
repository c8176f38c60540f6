package revisage.lineup.page;

import revisage.lineup.AgeBand;
import revisage.lineup.Gender;
import revisage.lineup.LineupWords;
import revisage.lineup.Questionnaire;
import revisage.lineup.Questionnaire.SameOrDifferent;
import revisage.lineup.Questionnaire.WhoIsIt;

import java.util.List;

/// Somebody who clicks through the page by a rule of their own, and knows afterwards what they
/// clicked.
final class PageParticipant {

    private final Questionnaire questionnaire;
    private final LineupWords words;

    PageParticipant(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.words = LineupWords.of(questionnaire.language());
    }

    /// Language, consent, age and gender.
    void begin(Chromium browser) throws Exception {
        browser.click("button", words.get("language.name"));
        browser.await("document.querySelectorAll('input[type=checkbox]').length === 2");
        browser.click("document.querySelectorAll('input')[0]");
        browser.click("button.go", words.get("consent.begin")); // does nothing yet
        browser.click("document.querySelectorAll('input')[1]");
        browser.click("button.go", words.get("consent.begin"));
        browser.click("label", words.age(AgeBand.FROM_30));
        browser.click("label", words.gender(Gender.FEMALE));
        browser.click("button.go", words.get("question.next"));
        browser.await("document.querySelector('fieldset') === null");
    }

    /// Answers what is open, up to a question.
    ///
    /// @param last its position, from 1
    void answer(Chromium browser, int last) throws Exception {
        List<Questionnaire.Screen> questions =
                questionnaire.screens().stream()
                        .filter(s -> s instanceof SameOrDifferent || s instanceof WhoIsIt)
                        .toList();
        for (int position = 1; position <= last; position++) {
            browser.await("document.querySelector('.bar') || document.querySelector('.sheet .go')");
            if (browser.ask("document.querySelector('.bar') === null").asBoolean()) {
                browser.click("button.go", words.get("question.next")); // how it works
                browser.await("document.querySelector('.bar')");
            }
            int asked = browser.ask("document.querySelector('progress').value").asInt() + 1;
            if (asked != position) {
                continue; // answered before
            }
            switch (questions.get(position - 1)) {
                case SameOrDifferent _ -> {
                    shown(browser, ".pair img");
                    browser.key(Habit.same(position) ? "1" : "2");
                }
                case WhoIsIt who -> answer(browser, who, position);
                default -> throw new IllegalStateException("no question");
            }
            browser.await(
                    "!document.querySelector('.bar') || document.querySelector('progress').value > "
                            + (position - 1));
        }
    }

    /// The clock begins when the pictures are there.
    private static void shown(Chromium browser, String pictures) throws Exception {
        browser.await(
                "[...document.querySelectorAll('"
                        + pictures
                        + "')].every(i => i.complete && i.naturalWidth > 0)");
        Thread.sleep(30);
    }

    private void answer(Chromium browser, WhoIsIt who, int position) throws Exception {
        shown(browser, ".question img");
        int first = Habit.first(position);
        if (position % 2 == 0) { // by keys
            browser.key(Integer.toString(first + 1));
            browser.key(Habit.none(position) ? "0" : Integer.toString(Habit.second(position) + 1));
            browser.key("Enter"); // not yet: how sure?
            browser.key("ArrowRight");
            browser.key("ArrowRight");
            browser.key("Enter");
        } else {
            browser.click("document.querySelectorAll('.photo')[" + first + "]");
            browser.click(
                    Habit.none(position)
                            ? "document.querySelector('.none')"
                            : "document.querySelectorAll('.photo')["
                                    + Habit.second(position)
                                    + "]");
            browser.click("document.querySelectorAll('.sure button')[3]");
            browser.click("button.go", words.get("question.next"));
        }
    }
}
