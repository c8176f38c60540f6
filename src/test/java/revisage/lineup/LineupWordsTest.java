package revisage.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.ResourceBundle;
import java.util.Set;

class LineupWordsTest {

    @Test
    void everyLanguageHasEveryWord() {
        Set<String> english = LineupWords.of("en").keys();
        for (String language : LineupWords.LANGUAGES) {
            var words = LineupWords.of(language);
            assertEquals(english, words.keys(), language);
            for (AgeBand band : AgeBand.values()) {
                assertFalse(words.age(band).isEmpty());
            }
            for (Gender gender : Gender.values()) {
                assertFalse(words.gender(gender).isEmpty());
            }
            for (ConfidenceScale scale : ConfidenceScale.values()) {
                scale.steps().forEach(s -> assertFalse(words.confidence(scale, s).isEmpty()));
            }
        }
        Set<String> german =
                ResourceBundle.getBundle("revisage.lineup.words", java.util.Locale.GERMAN).keySet();
        assertEquals(english, german);
    }

    @Test
    void aLanguageWithoutWordsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LineupWords.of("xx"));
    }

    @Test
    void numbersAreFilledIn() {
        assertEquals("Frage 3 von 22", LineupWords.of("de").get("question.heading", 3, 22));
    }
}
